"""Texts as they are kept: cleaned, and refused where they are too long, never cut in silence."""

from peil.errors import PeilError
from peil.text.clean import LINE_LIMIT, NAME_LIMIT, NOTE_LIMIT, clean_line, clean_within
from peil.text.languages import mark


def kept_line(text: str) -> str:
    """Return one line of text, cleaned; PeilError when it is too long."""
    line = clean_line(text, LINE_LIMIT + 1)
    if len(line) > LINE_LIMIT:
        raise PeilError(
            mark("The text is longer than {limit} characters: nothing was kept, shorten it."),
            limit=LINE_LIMIT,
        )
    return line


def kept_name(text: str) -> str:
    """Return the name of something or somebody, cleaned; PeilError when it is too long."""
    name = clean_line(text, NAME_LIMIT + 1)
    if len(name) > NAME_LIMIT:
        raise PeilError(
            mark("The name is longer than {limit} characters: shorten it."), limit=NAME_LIMIT
        )
    return name


def kept_note(text: str) -> str:
    """Return a note, cleaned; PeilError when it is too long."""
    cleaned = clean_within(text, NOTE_LIMIT)
    if cleaned.cut:
        raise PeilError(
            mark("The note is longer than {limit} characters: nothing was kept, shorten it."),
            limit=NOTE_LIMIT,
        )
    return cleaned.text.strip()
