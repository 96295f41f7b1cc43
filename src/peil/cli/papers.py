"""`peil runsheet` and `peil minutes`: what a facilitator prints, before and after."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from peil.cli.invocation import Invocation, assessment_argument, common_options
from peil.cli.printing import print_text
from peil.cli.spoken import Spoken, examples
from peil.text.languages import mark


def _paper_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add what both take: the format, and where to."""
    for option in (
        click.option("--force", is_flag=True, help=mark("Overwrite the file when it is there.")),
        click.option(
            "-o",
            "--output",
            type=click.Path(path_type=Path),
            metavar="FILE",
            help=mark("Where to."),
        ),
        click.option(
            "--format",
            "form",
            type=click.Choice(["md", "html"]),
            default="md",
            help=mark("Markdown to read and change, or a page for a browser to print."),
        ),
    ):
        command = option(command)
    return command


@click.command(
    "runsheet",
    cls=Spoken,
    help=mark(
        "Everything a facilitator needs for a team session: a time plan, what to say and do, and "
        "slips, cards and the questions to print. As HTML, every part begins on a page of its own."
    ),
    epilog=examples(
        "peil runsheet bakery-jansen",
        "peil runsheet bakery-jansen --voters 7 --minutes 45",
        "peil runsheet bakery-jansen --format html -o runsheet.html",
    ),
)
@assessment_argument
@_paper_options
@click.option("--voters", type=int, metavar="N", help=mark("For how many voters; 1 to 40."))
@click.option("--minutes", type=int, metavar="N", help=mark("How long it may take in all."))
@common_options
@click.pass_obj
def runsheet_command(
    invocation: Invocation,
    assessment: str,
    form: str,
    output: Path | None,
    force: bool,
    voters: int | None,
    minutes: int | None,
) -> None:
    """Print or write the run-sheet."""
    from msgspec.structs import replace

    from peil.assessment.ballot import checked_voters
    from peil.report.run_sheet import run_sheet, voters_of
    from peil.sitting.deciding import checked_meeting

    view = invocation.look(assessment)
    meeting = view.assessment.meeting
    if minutes is not None:
        meeting = checked_meeting(view.items, replace(meeting, minutes=minutes))
    counted = voters_of(view) if voters is None else checked_voters(voters)
    text = run_sheet(view, counted, meeting.minutes)
    title = invocation.say("Run-sheet – {title}", title=view.assessment.title)
    _put(invocation, title, text, form, output, force=force)


@click.command(
    "minutes",
    cls=Spoken,
    help=mark(
        "What a team voted and agreed, question by question, with reasons and who saw it "
        "otherwise; the parking lot, and who promised what by when."
    ),
    epilog=examples(
        "peil minutes bakery-jansen",
        "peil minutes bakery-jansen -o minutes.md",
        "peil minutes bakery-jansen --format html -o minutes.html --force",
    ),
)
@assessment_argument
@_paper_options
@common_options
@click.pass_obj
def minutes_command(
    invocation: Invocation, assessment: str, form: str, output: Path | None, force: bool
) -> None:
    """Print or write the minutes."""
    from peil.report.minutes import minutes

    view = invocation.look(assessment)
    title = invocation.say("Minutes – {title}", title=view.assessment.title)
    _put(invocation, title, minutes(view), form, output, force=force)


def _put(
    invocation: Invocation,
    title: str,
    markdown: str,
    form: str,
    output: Path | None,
    *,
    force: bool,
) -> None:
    """Print a paper, or write it to a file, as Markdown or as a page to print."""
    text = markdown
    if form == "html":
        from peil.report.printed import printed_page

        text = printed_page(title, markdown, invocation.say.language)
    if output is None:
        print_text(text)
        return
    from peil.report import files

    place = (files.write_over if force else files.write_new)(output, text)
    print_text(invocation.say("Written to {place}", place=place))
