"""`peil backups`."""

import click

from peil.cli.invocation import Invocation, assessment_argument, common_options, json_option
from peil.cli.printing import print_json, print_text
from peil.cli.spoken import Spoken, examples
from peil.report.copies import copies_document, copies_text, copy_document, restored_text
from peil.text.languages import mark


@click.command(
    "backups",
    cls=Spoken,
    help=mark(
        "Earlier saves of an assessment, the newest first, and going back to one of them. What "
        "that replaces is kept, so it can be taken back."
    ),
    epilog=examples(
        "peil backups bakery-jansen",
        "peil backups bakery-jansen --restore 2",
        "peil backups bakery-jansen --json",
    ),
)
@assessment_argument
@click.option(
    "--restore",
    "number",
    type=int,
    metavar="N",
    help=mark("Go back to the save with this number; 1 is the newest."),
)
@json_option
@common_options
@click.pass_obj
def backups_command(
    invocation: Invocation, assessment: str, number: int | None, as_json: bool
) -> None:
    """List what there is to go back to, or go back to one."""
    from peil.store.copies import resolve

    workspace = invocation.workspace
    name = resolve(workspace, assessment)
    if number is not None:
        _restore(invocation, name, number, as_json=as_json)
    elif as_json:
        print_json(copies_document(workspace.copies(name)))
    else:
        print_text(copies_text(workspace.copies(name), name, invocation.say))


def _restore(invocation: Invocation, name: str, number: int, *, as_json: bool) -> None:
    say, workspace = invocation.say, invocation.workspace
    newest = workspace.generations(name).highest()
    copy = workspace.restore(name, number)
    if as_json:
        print_json(copy_document(copy))
        return
    print_text(restored_text(copy, name, say))
    if workspace.generations(name).highest() > newest:  # there was something that this replaced
        replaced = workspace.copies(name)[0]
        if replaced.state in ("newer", "damaged"):
            print_text(say("What it replaced is kept as it was, as {file}.", file=replaced.file))
        else:
            print_text(
                say(
                    "What it replaced is kept. To take this back: peil backups {name} --restore 1",
                    name=name,
                )
            )
