"""What `peil check` found and repaired: as JSON, and as lines for people."""

from collections import Counter
from collections.abc import Iterable, Sequence

from peil.errors import PeilError
from peil.store.findings import Finding, Group
from peil.store.repairing import Repaired
from peil.text.languages import Words, mark_many

SHOWN_ALIKE = 10
"""How many files with the same trouble are named at most, each on a line of its own."""

_KINDS: tuple[tuple[Group, tuple[str, str]], ...] = (
    ("assessments", mark_many("{count} assessment", "{count} assessments")),
    ("copies", mark_many("{count} earlier save", "{count} earlier saves")),
    ("questionnaires", mark_many("{count} questionnaire", "{count} questionnaires")),
    ("deleted", mark_many("{count} deleted assessment", "{count} deleted assessments")),
)


def findings_document(findings: Sequence[Finding], say: Words) -> list[dict[str, object]]:
    """Return what `peil check --json` prints: every file."""
    return [
        {
            "file": finding.file,
            "state": finding.state,
            "assessment": finding.assessment,
            "serious": finding.serious,
            "repairable": finding.repairable,
            "message": finding.message.sentence(say) if finding.message else None,
        }
        for finding in findings
    ]


def findings_text(findings: Sequence[Finding], say: Words) -> str:
    """Return a line for each file with which something is the matter, and a count of the rest."""
    if not findings:
        return say("There is nothing to check yet.")
    amiss = sorted((each for each in findings if each.message), key=lambda each: not each.serious)
    lines = _sentences((each.message for each in amiss if each.message), say)
    if not any(each.serious or each.state == "missing" for each in findings):
        lines.append(say("No answer is in danger."))
    lines.append(whole_words(findings, say))
    if any(each.repairable for each in findings):
        lines.append(say("To repair what can be repaired: peil check --repair"))
    return "\n".join(lines)


def repaired_text(repaired: Sequence[Repaired], say: Words) -> str:
    """Return a sentence for each file of what was done about it."""
    if not repaired:
        return say("There was nothing to repair.")
    return "\n".join(_sentences((each.message for each in repaired), say))


def whole_words(findings: Sequence[Finding], say: Words) -> str:
    """Return how many files of each kind are whole, in a sentence."""
    whole = Counter(each.group for each in findings if _is_whole(each))
    counted = [say.many(*forms, whole[kind]) for kind, forms in _KINDS if whole[kind]]
    if counted:
        return say("Whole: {files}.", files=say.listing(counted))
    if any(each.assessment and each.serious for each in findings):
        return say("No file of an assessment is whole.")
    if any(each.assessment for each in findings):
        return say("There is no assessment here that this Peil can work in.")
    return say("There are no assessments here.")


def _is_whole(finding: Finding) -> bool:
    """Tell whether nothing is wrong with a file, even if there is something to say of it."""
    return finding.message is None or finding.state in ("older", "linked")


def _sentences(messages: Iterable[PeilError], say: Words) -> list[str]:
    """Return the sentences; of many that differ in their values only, the first few."""
    lines: list[str] = []
    alike: Counter[str] = Counter()
    for message in messages:
        alike[message.message] += 1
        if alike[message.message] <= SHOWN_ALIKE:
            lines.append(message.sentence(say))
    more = sum(max(0, count - SHOWN_ALIKE) for count in alike.values())
    if more:
        told = say.many(
            "So it is with {count} more file. See all with: peil check --json",
            "So it is with {count} more files. See all with: peil check --json",
            more,
        )
        lines.append(told)
    return lines
