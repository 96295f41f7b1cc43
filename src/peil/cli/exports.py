"""`peil export`."""

from pathlib import Path

import click

from peil.cli.invocation import Invocation, assessment_argument, common_options
from peil.cli.printing import print_text
from peil.cli.spoken import Spoken, examples
from peil.text.clean import escaped_in_json
from peil.text.languages import mark


@click.command(
    "export",
    cls=Spoken,
    help=mark(
        "Write the action list as Markdown, or everything that the assessment holds as JSON: to a "
        "file, or without -o to the screen."
    ),
    epilog=examples(
        "peil export bakery-jansen -o actions.md",
        "peil export bakery-jansen --format json",
    ),
)
@assessment_argument
@click.option(
    "--format",
    "form",
    type=click.Choice(["actions", "json"]),
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
    if form == "json":
        text = _json(invocation, assessment)
    else:
        text = _actions(invocation, assessment, everything=everything)
    if output is None:
        print_text(text)
        return
    place = (files.write_over if force else files.write_new)(output, text)
    print_text(invocation.say("Written to {place}", place=place))


def _json(invocation: Invocation, assessment: str) -> str:
    import msgspec

    from peil.report.whole_json import export_document

    encoded = msgspec.json.encode(export_document(invocation.look(assessment)))
    return escaped_in_json(msgspec.json.format(encoded, indent=2).decode()) + "\n"


def _actions(invocation: Invocation, assessment: str, *, everything: bool) -> str:
    from peil.cli.finishing import finish
    from peil.report.actions import action_list

    sitting = invocation.open_to_write_out(assessment)
    try:
        return action_list(sitting, everything=everything).text
    finally:
        finish(sitting)
