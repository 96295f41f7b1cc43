"""`peil readback`.

With `--json` one object: `assessment`; `export`, the number of the list (0: unknown);
`edits`, each `line`, `code`, `field`, `before`, `value`; `new`, the new actions, each
`line`, `code`, `title`, `minutes` (null: the usual effort) and its own `edits`;
`conflicts`, edits with what `peil` holds instead; `remarks`, each `line` (or null) and
`text`; `applied`. A status is an object of `status` and `reason`, a day an ISO date.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from peil.cli.asking import agreed
from peil.cli.finishing import finish
from peil.cli.invocation import Invocation, assessment_argument, common_options, json_option
from peil.cli.printing import print_json, print_text
from peil.cli.spoken import Spoken, examples
from peil.errors import WrongUse
from peil.text.languages import mark

if TYPE_CHECKING:
    from peil.report.readback import ReadBack
    from peil.sitting import Sitting


@click.command(
    "readback",
    cls=Spoken,
    help=mark(
        "Read an edited action list back: show every change line by line, and take it over when "
        "you say so. Where Peil was changed as well since the list was written, you choose; with "
        "--yes what Peil holds stays."
    ),
    epilog=examples(
        "peil readback bakery-jansen actions.md",
        "peil readback bakery-jansen actions.md --yes",
        "peil readback bakery-jansen actions.md --json",
    ),
)
@assessment_argument
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--yes", is_flag=True, help=mark("Do not ask first."))
@json_option
@common_options
@click.pass_obj
def readback_command(
    invocation: Invocation, assessment: str, file: Path, yes: bool, as_json: bool
) -> None:
    """Show what a list changes, and take it over when that is agreed to."""
    from peil.report.readback import read_back
    from peil.text.days import today

    if not yes and (as_json or not invocation.may_ask):
        found = read_back(invocation.look(assessment), file, today())
        _only_shown(invocation, found, as_json=as_json)
        return
    sitting = invocation.open(assessment)
    try:
        found = read_back(sitting, file, today())
        if as_json:
            _take_over(sitting, found, ())
        else:
            _talk_through(invocation, sitting, found, yes=yes)
    finally:
        finish(sitting)
    if as_json:
        _print_json(invocation, found, applied=not found.changes_nothing)


def _only_shown(invocation: Invocation, found: "ReadBack", *, as_json: bool) -> None:
    """Show what a list changes where nobody can be asked; WrongUse when it changes something."""
    if as_json:
        _print_json(invocation, found, applied=False)
        return
    _print(invocation, found)
    if not found.changes_nothing:
        raise WrongUse(
            mark("Nothing was changed: without a question asked, --yes is needed to take it over.")
        )


def _talk_through(
    invocation: Invocation, sitting: "Sitting", found: "ReadBack", *, yes: bool
) -> None:
    """Show what a list changes, ask where two sides differ, and then whether to take it over."""
    from peil.report.readback_text import told

    say = invocation.say
    _print(invocation, found)
    chosen = () if yes else tuple(_chosen(invocation, found))
    wanted = bool(found.changes.edits or found.changes.new or chosen)
    if wanted and not yes and not agreed(say("Take this over? Type yes to do so"), say):
        print_text(say("Nothing was changed."))
        return
    _take_over(sitting, found, chosen)
    if wanted:
        print_text(told(found.changes, len(chosen), say))
        name = sitting.assessment.id
        print_text(say("The file as it was is kept: peil backups {name}", name=name))
    if yes and found.changes.conflicts:
        print_text(say("Where Peil was changed as well, what it holds stays."))


def _chosen(invocation: Invocation, found: "ReadBack") -> Iterator[int]:
    """Return the numbers of the conflicts in which the list is right."""
    from peil.report.readback_text import conflict_line

    say = invocation.say
    for number, conflict in enumerate(found.changes.conflicts):
        print_text(conflict_line(conflict, say))
        if agreed(say("Is the list right? Type yes, or press Enter to keep what Peil holds"), say):
            yield number


def _take_over(sitting: "Sitting", found: "ReadBack", chosen: tuple[int, ...]) -> None:
    from peil.report.taking_over import take_over

    take_over(sitting, found, chosen)


def _print(invocation: Invocation, found: "ReadBack") -> None:
    from peil.report.readback_text import readback_lines

    print_text("\n".join(readback_lines(found, invocation.say)))


def _print_json(invocation: Invocation, found: "ReadBack", *, applied: bool) -> None:
    from peil.report.readback_text import readback_document

    print_json(readback_document(found, applied=applied, say=invocation.say))
