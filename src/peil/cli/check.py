"""`peil check`."""

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

import click

from peil.cli.invocation import Invocation, common_options, json_option
from peil.cli.printing import print_complaint, print_json, print_text
from peil.cli.spoken import Spoken, examples
from peil.errors import DataDamaged, OpenElsewhere, PeilError
from peil.text.languages import mark

if TYPE_CHECKING:
    from peil.store.findings import Finding
    from peil.store.repairing import Repaired


@click.command(
    "check",
    cls=Spoken,
    help=mark(
        "Look at every file of the data folder, and say which are damaged, changed or in the way. "
        "Nothing is changed without --repair."
    ),
    epilog=examples(
        "peil check",
        "peil check --repair",
    ),
)
@click.option(
    "--repair",
    "wanted",
    is_flag=True,
    help=mark("Repair what can be repaired; a copy of what is replaced is kept."),
)
@json_option
@common_options
@click.pass_obj
def check_command(invocation: Invocation, wanted: bool, as_json: bool) -> int:
    """Examine the data folder, and repair it when asked; exit 5 or 4 for what is left."""
    from peil.report.checked import findings_document, findings_text, repaired_text
    from peil.store.examining import examine

    say = invocation.say
    repaired: tuple[Repaired, ...] = ()
    if wanted:
        from peil.sitting.repairing import repair

        repaired = repair(invocation.workspace)
        (print_complaint if as_json else print_text)(repaired_text(repaired, say))
    findings = examine(invocation.workspace)
    if as_json:
        print_json(findings_document(findings, say))
    else:
        print_text(findings_text(findings, say))
    return _exit_code(findings, repaired)


def _exit_code(findings: "Sequence[Finding]", repaired: "Sequence[Repaired]") -> int:
    """Return 5 for what is serious still, 4 for what another window kept from being repaired.

    A repair that failed for another reason counts as well, with 1.
    """
    elsewhere = {each.assessment for each in repaired if each.outcome == "elsewhere"}
    if any(each.serious and _is_left(each, elsewhere) for each in findings):
        return DataDamaged.exit_code
    if elsewhere:
        return OpenElsewhere.exit_code
    return PeilError.exit_code if any(each.outcome == "failed" for each in repaired) else 0


def _is_left(finding: "Finding", elsewhere: Collection[str | None]) -> bool:
    """Tell whether a finding stays when the other windows are closed and repair is run again."""
    return not (finding.repairable and finding.assessment in elsewhere)
