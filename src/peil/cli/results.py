"""`peil score` and `peil plan`."""

from typing import TYPE_CHECKING

import click

from peil.cli.invocation import Hours, Invocation, assessment_argument, common_options, json_option
from peil.cli.printing import print_json, print_text
from peil.cli.spoken import Spoken, examples
from peil.errors import PeilError
from peil.text.languages import mark, words

if TYPE_CHECKING:  # loaded when a command runs
    from peil.assessment.model import ActionRecord
    from peil.sitting.view import View


@click.command(
    "score",
    cls=Spoken,
    help=mark("Scores, levels, verdict and range of an assessment."),
    epilog=examples(
        "peil score bakery-jansen",
        "peil score bakery-jansen --explain",
        "peil score bakery-jansen --json --depends",
    ),
)
@assessment_argument
@click.option(
    "--explain", is_flag=True, help=mark("Show how every number is made from your answers.")
)
@click.option(
    "--depends", is_flag=True, help=mark("Name the answers on which the result still hangs.")
)
@json_option
@common_options
@click.pass_obj
def score_command(
    invocation: Invocation, assessment: str, explain: bool, depends: bool, as_json: bool
) -> None:
    """Print the scores."""
    view = invocation.look(assessment)
    if as_json:
        from peil.report.score_json import score_document

        document = score_document(view)
        if depends:
            from peil.report.depends import depends_document

            document["depends_on"] = depends_document(view)
        print_json(document)
        return
    from peil.report.score_text import score_text

    print_text(score_text(view))
    if depends:
        from peil.report.depends import depends_text

        print_text("\n" + depends_text(view))
    if explain:
        from peil.report.explained import explanation_text

        print_text("\n" + explanation_text(view))


@click.command(
    "plan",
    cls=Spoken,
    help=mark("What to do first, in which week, and why."),
    epilog=examples(
        "peil plan bakery-jansen",
        "peil plan bakery-jansen --hours 6 --json",
        "peil plan bakery-jansen --done A01 --done A02",
    ),
)
@assessment_argument
@click.option(
    "--hours",
    type=Hours(),
    metavar="N",
    help=mark("Plan with other hours a week than the profile's; nothing is changed."),
)
@click.option(
    "--done",
    multiple=True,
    metavar="CODE",
    help=mark("What if this action were done, with all that it needs? Nothing is changed."),
)
@click.option(
    "--all", "everything", is_flag=True, help=mark("Also what was done, and what was dropped.")
)
@json_option
@common_options
@click.pass_obj
def plan_command(
    invocation: Invocation,
    assessment: str,
    hours: float | None,
    done: tuple[str, ...],
    everything: bool,
    as_json: bool,
) -> None:
    """Print the plan."""
    view = invocation.look(assessment)
    if hours is not None:
        from peil.sitting.adjusting import checked_hours

        view = view.with_hours(checked_hours(hours))
    before, what_if = view, None
    if done:
        from peil.sitting.acting import record_of

        what_if = view.what_if(_to_try(view, record_of(view.assessment, code)) for code in done)
        view = what_if.view
    if as_json:
        from peil.report.plan_json import plan_document

        opened = what_if.opened if what_if else ()
        print_json(plan_document(view, everything=everything, opened=opened))
        return
    from peil.report.plan_text import plan_text

    if what_if:
        from peil.report.what_if_text import what_if_text

        print_text(what_if_text(before, what_if) + "\n")
    print_text(plan_text(view, everything=everything))


def _to_try(view: "View", record: "ActionRecord") -> str:
    """Return the key of an action that can be taken as done; PeilError says why it cannot."""
    action = view.plan.find(record.key)
    if action is None:
        raise PeilError(
            mark("{code} has no place in the plan now, so there is nothing to try."),
            code=record.code,
        )
    if action.waits:
        why = view.reasons(words(view.language)).reason(action).words
        raise PeilError(mark("{code} cannot be tried yet. {why}"), code=record.code, why=why)
    return record.key
