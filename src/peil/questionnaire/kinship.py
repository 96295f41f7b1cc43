"""Which file is a translation of which other one, also where its id was translated with it."""

from collections.abc import Iterable
from pathlib import Path

from peil.questionnaire.draft import Draft
from peil.questionnaire.files import File


def note_translated_id(file: File, others: Iterable[File]) -> None:
    """Note an id that was translated, and read the file under the id that it should have.

    That is the id of another file of which this one is the translation: in another
    language, without a core question of its own, and with as good as the same ids inside;
    or with a name that begins with that id.
    """
    if file.draft is None or not file.draft.front.id:
        return
    for other in others:
        if other.draft is not None and _is_translation(file, file.draft, other.draft):
            own, wanted = file.draft.front.id, other.draft.id
            line = file.draft.front.line("id")
            original = other.problems.file
            file.problems.add("id-translated", line, id=own, wanted=wanted, original=original)
            file.draft.front.id = wanted
            return


def _is_translation(file: File, draft: Draft, other: Draft) -> bool:
    if not other.id or other.id == draft.id or other.front.language == draft.front.language:
        return False
    if draft.front.original:
        return False
    own, theirs = draft.lines.keys(), other.lines.keys()
    alike = 2 * len(own & theirs) > len(theirs)
    named = Path(file.problems.file).name.startswith(f"{other.id}.")
    has_core = any(question.core for question in draft.questions)
    return alike and (named or not has_core)
