"""The text of `peil questionnaire new`: a questionnaire that works, to start from."""

from pathlib import Path

from peil.questionnaire.ids import is_id
from peil.text.languages import LANGUAGES, Words

_FOLDER = Path(__file__).parent / "starting"
_IDS = {"en": "my-questionnaire", "nl": "mijn-vragenlijst"}


def starting_text(file_name: str, say: Words) -> str:
    """Return a valid questionnaire for a file of that name.

    A name `ID.LANGUAGE.md` decides its id and language; otherwise the language is that
    of `say`. The words are Dutch or English: English for any other language.
    """
    name, _, language = file_name.removesuffix(".md").rpartition(".")
    fits = is_id(name) and language.isascii() and language.isalpha() and 2 <= len(language) <= 3
    code = language.lower() if fits else say.language
    words = code if code in LANGUAGES else "en"
    text = (_FOLDER / f"{words}.md").read_text(encoding="utf-8")
    text = text.replace(f"\nlanguage: {words}\n", f"\nlanguage: {code}\n", 1)
    return text.replace(f"\nid: {_IDS[words]}\n", f"\nid: {name if fits else _IDS[words]}\n", 1)


def starting_name(say: Words) -> str:
    """Return the name of a starting file in the language of `say`."""
    return f"{_IDS.get(say.language, _IDS['en'])}.{say.language}.md"
