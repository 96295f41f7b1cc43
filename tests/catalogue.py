"""The Dutch catalogue: brought up to date with the sentences in the code, and compiled.

    python -m tests.catalogue      rewrites peil.po and peil.mo, and says what is missing

New sentences come in without a translation, sentences that the code no longer has
go out. `tests/text/test_catalogue.py` fails as long as one of them is untranslated.
"""

from collections.abc import Iterable
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

import peil

PACKAGE = Path(peil.__file__).parent
FOLDER = PACKAGE / "text" / "locale" / "nl" / "LC_MESSAGES"
SOURCE = FOLDER / "peil.po"
COMPILED = FOLDER / "peil.mo"
KEYWORDS = {
    "say": None,
    "_say": None,
    "mark": None,
    "many": (1, 2),
    "mark_many": (1, 2),
    "self": None,
}
"""What a sentence stands in: a `Words` object by its usual names, or `mark`."""

Identity = str | tuple[str, ...]


def sentences() -> dict[Identity, list[str]]:
    """Return every sentence in the code (with its plural), and the modules it stands in."""
    found: dict[Identity, list[str]] = {}
    for file, _line, message, *_ in extract_from_dir(
        str(PACKAGE), [("**.py", "python")], keywords=KEYWORDS, comment_tags=()
    ):
        if message:
            modules = found.setdefault(_identity(message), [])
            if file not in modules:
                modules.append(str(file))
    return found


def _identity(message: str | Iterable[str]) -> Identity:
    return message if isinstance(message, str) else tuple(message)


def read(path: Path = SOURCE) -> Catalog:
    """Return the Dutch catalogue as it stands on disk."""
    with path.open("rb") as file:
        return read_po(file, locale="nl", domain="peil")


def brought_up_to_date(old: Iterable[Message]) -> Catalog:
    """Return a catalogue of exactly the sentences in the code, translated as in `old`."""
    known = {_identity(message.id): message.string for message in old if message.id}
    catalogue = Catalog("nl", "peil", project="Peil", version="", fuzzy=False, charset="utf-8")
    catalogue.header_comment = "# Peil's sentences in Dutch."
    for identity, modules in sorted(sentences().items(), key=lambda each: str(each[0])):
        empty = "" if isinstance(identity, str) else ("", "")
        catalogue.add(
            identity,
            known.get(identity, empty),
            locations=[(module, 0) for module in sorted(modules)],
        )
    return catalogue


def untranslated(catalogue: Catalog) -> list[Identity]:
    """Return the sentences without a complete translation."""
    return [
        _identity(message.id) for message in catalogue if message.id and not all(forms(message))
    ]


def forms(message: Message) -> tuple[str, ...]:
    """Return a message's translations: one, or one for each plural form."""
    string = message.string or ""
    return (string,) if isinstance(string, str) else tuple(map(str, string))


def translations(catalogue: Iterable[Message]) -> dict[Identity, tuple[str, ...]]:
    """Return the forms of each translation by its sentence."""
    return {_identity(message.id): forms(message) for message in catalogue if message.id}


def main() -> None:
    """Bring peil.po up to date, compile it, and say what is untranslated."""
    catalogue = brought_up_to_date(read())
    with SOURCE.open("wb") as file:
        write_po(file, catalogue, width=100, sort_output=True, include_lineno=False)
    with COMPILED.open("wb") as file:
        write_mo(file, catalogue)
    for identity in untranslated(catalogue):
        print("untranslated:", identity)


if __name__ == "__main__":
    main()
