"""Which questionnaires there are: as JSON, and as lines for people."""

from collections.abc import Sequence

from peil.questionnaire.catalog import Entry
from peil.report.table import columns
from peil.text.languages import Words


def entries_document(entries: Sequence[Entry], say: Words) -> list[dict[str, object]]:
    """Return what `peil questionnaire list --json` prints."""
    return [
        {
            "id": entry.id,
            "version": entry.version,
            "languages": list(entry.languages),
            "titles": entry.titles,
            "questions": entry.questions,
            "ours": entry.ours,
            "usable": entry.usable,
            "problems": [problem.as_data(say) for problem in entry.problems],
        }
        for entry in entries
    ]


def entries_text(entries: Sequence[Entry], say: Words) -> str:
    """Return the questionnaires as lines for people; one with errors says so."""
    if not entries:
        return say("There are no questionnaires. Begin one with: peil questionnaire new")
    return "\n".join(columns([_row(entry, say) for entry in entries]))


def _row(entry: Entry, say: Words) -> tuple[str, str, str, str, str]:
    title = entry.titles.get(say.language) or next(iter(entry.titles.values()), "–")
    return (
        entry.id,
        title,
        ", ".join(entry.languages),
        say.many("{count} question", "{count} questions", entry.questions),
        _remark(entry, say),
    )


def _remark(entry: Entry, say: Words) -> str:
    if not entry.usable:
        return say("has errors: peil questionnaire check {file}", file=entry.files[0])
    if entry.replaces_ours:
        return say("your own, in place of Peil's")
    return "" if entry.ours else say("your own")
