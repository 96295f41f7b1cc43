"""`peil import`."""

from pathlib import Path

import click

from peil.cli.invocation import Invocation, common_options, json_option
from peil.cli.printing import print_complaint, print_json, print_text
from peil.cli.spoken import Spoken, examples
from peil.text.languages import mark


@click.command(
    "import",
    cls=Spoken,
    help=mark(
        "Take in an assessment file from somebody else, such as your adviser, and print its id. "
        "It becomes a new assessment; none that you have is ever touched."
    ),
    epilog=examples(
        "peil import ~/Downloads/bakery-jansen.json",
    ),
)
@click.argument("file", type=click.Path(path_type=Path))
@json_option
@common_options
@click.pass_obj
def import_command(invocation: Invocation, file: Path, as_json: bool) -> None:
    """Take in an assessment."""
    from peil.report.overview import summary_document
    from peil.sitting.taking_in import take_in

    taken = take_in(invocation.workspace, file)
    say = invocation.say
    print_complaint(say("{title} was taken in as {id}.", title=taken.title, id=taken.id))
    for notice in taken.notices:
        print_complaint(notice.sentence(say))
    if as_json:
        print_json(summary_document(invocation.workspace.read(taken.id).summary))
    else:
        print_text(taken.id)
