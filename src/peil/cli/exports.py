"""`peil export`."""

from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from peil.cli.invocation import Invocation, assessment_argument, common_options
from peil.cli.printing import print_as_file, print_complaint, print_text
from peil.cli.spoken import Spoken, examples
from peil.text.clean import escaped_in_json
from peil.text.languages import mark

if TYPE_CHECKING:  # loaded when a command needs it
    from collections.abc import Callable

    from peil.sitting import Sitting

Made = TypeVar("Made")

_EXACT = ("csv", "ics")
"""Formats of which every byte counts, line ends too."""


@click.command(
    "export",
    cls=Spoken,
    help=mark(
        "Write the action list as Markdown, the plan as a table for a spreadsheet (csv), its due "
        "dates as a calendar (ics), or everything that the assessment holds as JSON: to a file, "
        "or without -o to the screen."
    ),
    epilog=examples(
        "peil export bakery-jansen -o actions.md",
        "peil export bakery-jansen --format csv -o plan.csv",
        "peil export bakery-jansen --format ics -o plan.ics",
        "peil export bakery-jansen --format json",
    ),
)
@assessment_argument
@click.option(
    "--format",
    "form",
    type=click.Choice(["actions", "csv", "ics", "json"]),
    default="actions",
    help=mark("What to write."),
)
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), metavar="FILE", help=mark("Where to.")
)
@click.option("--force", is_flag=True, help=mark("Overwrite the file when it is there."))
@click.option(
    "--all", "everything", is_flag=True, help=mark("Every action in full, not only those of now.")
)
@common_options
@click.pass_obj
def export_command(
    invocation: Invocation,
    assessment: str,
    form: str,
    output: Path | None,
    force: bool,
    everything: bool,
) -> None:
    """Write an export."""
    from peil.report import files

    if output is not None and not force:
        files.refuse_existing(output)
    if output is not None and form == "actions":
        place = _actions_to(invocation, assessment, output, force=force, everything=everything)
        print_text(invocation.say("Written to {place}", place=place))
        return
    match form:
        case "json":
            text = _json(invocation, assessment)
        case "csv":
            text = _table(invocation, assessment)
        case "ics":
            text = _calendar(invocation, assessment)
        case _:
            text = _actions(invocation, assessment, everything=everything)
    if output is None:
        (print_as_file if form in _EXACT else print_text)(text)
        return
    place = (files.write_over if force else files.write_new)(output, text)
    print_text(invocation.say("Written to {place}", place=place))


def _json(invocation: Invocation, assessment: str) -> str:
    import msgspec

    from peil.report.whole_json import export_document

    encoded = msgspec.json.encode(export_document(invocation.look(assessment)))
    return escaped_in_json(msgspec.json.format(encoded, indent=2).decode()) + "\n"


def _actions(invocation: Invocation, assessment: str, *, everything: bool) -> str:
    from peil.report.actions import action_list

    return _written(
        invocation, assessment, lambda sitting: action_list(sitting, everything=everything).text
    )


def _actions_to(
    invocation: Invocation, assessment: str, output: Path, *, force: bool, everything: bool
) -> Path:
    """Write the action list to a file, and remember where: so that its edits are noticed."""
    from peil.report.actions import write_action_list

    return _written(
        invocation,
        assessment,
        lambda sitting: write_action_list(sitting, output, overwrite=force, everything=everything),
    )


def _table(invocation: Invocation, assessment: str) -> str:
    from peil.report.csv_table import csv_table

    return _written(invocation, assessment, csv_table)


def _calendar(invocation: Invocation, assessment: str) -> str:
    from peil.report.calendar import calendar

    made = _written(invocation, assessment, calendar)
    if not made.events:
        print_complaint(
            invocation.say(
                "No action that is still to be done has a date, so this calendar is empty. Give "
                "one a date with: peil action {name} CODE --due DATE",
                name=assessment,
            )
        )
    return made.text


def _written(invocation: Invocation, assessment: str, write: "Callable[[Sitting], Made]") -> Made:
    """Return what `write` makes of an assessment that is open for writing, then close it."""
    from peil.cli.finishing import finish

    sitting = invocation.open_to_write_out(assessment)
    try:
        return write(sitting)
    finally:
        finish(sitting)
