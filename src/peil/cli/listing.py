"""`peil list`."""

import click

from peil.cli.invocation import Invocation, common_options, json_option
from peil.cli.printing import print_json, print_text
from peil.cli.spoken import Spoken, examples
from peil.report.overview import list_text, none_text, summary_document
from peil.text.languages import mark


@click.command(
    "list",
    cls=Spoken,
    help=mark("All assessments, the last changed first."),
    epilog=examples(
        "peil list",
        "peil list --json",
    ),
)
@json_option
@common_options
@click.pass_obj
def list_command(invocation: Invocation, as_json: bool) -> None:
    """List the assessments."""
    summaries = sorted(
        invocation.workspace.summaries(), key=lambda each: (each.changed, each.id), reverse=True
    )
    if as_json:
        print_json([summary_document(each) for each in summaries])
    elif summaries:
        print_text(list_text(summaries, invocation.say))
    else:
        from peil.store.copies import orphans

        print_text(none_text(orphans(invocation.workspace), invocation.say))
