"""What makes an action or a goal checkable, as plain lines: what is there, and what to add."""

from typing import Final

from peil.assessment.model import Smart
from peil.plan.smart import EXAMPLES, LETTERS, Subject, missing, text_of
from peil.plan.vagueness import vague_plan
from peil.report.table import columns
from peil.text.languages import words

THERE: Final = "✓"
LACKING: Final = "·"
"""Signs of a letter whose text is there, and of one whose text is missing."""


def letters_text(smart: Smart) -> str:
    """Return the five letters, each with a sign that its text is there or is missing."""
    lacking = missing(smart)
    return "  ".join(f"{each.letter} {LACKING if each in lacking else THERE}" for each in LETTERS)


def missing_lines(smart: Smart, subject: Subject, language: str) -> list[str]:
    """Return a line for each missing letter, with its question; none when all are there."""
    say = words(language)
    return [
        say(
            "{letter} ({name}) is missing: {question}",
            letter=each.letter,
            name=say(each.name),
            question=each.asks(subject, say),
        )
        for each in missing(smart)
    ]


def wish_line(title: str, smart: Smart, language: str) -> str:
    """Return what to add to a mere wish, in a sentence; empty when there is none.

    `title` is the user's own words for it, if there are any.
    """
    wish = vague_plan(title, smart, language)
    return wish.sentence(words(language)) if wish else ""


def smart_text(title: str, smart: Smart, subject: Subject, language: str) -> str:
    """Return all of it: letters, texts that are there, what is missing, what is a mere wish."""
    say = words(language)
    told = [each for each in LETTERS if text_of(smart, each)]
    rows = [(each.letter, say(each.name), text_of(smart, each)) for each in told]
    wish = wish_line(title, smart, language)
    lines = [
        say("SMART") + ": " + letters_text(smart),
        *columns(rows, indent="  "),
        *(f"  {line}" for line in missing_lines(smart, subject, language)),
        *([f"  {wish}"] if wish else []),
    ]
    return "\n".join(lines)


def examples_text(language: str) -> str:
    """Return the two examples in full, for help."""
    say = words(language)
    parts = []
    for example in EXAMPLES:
        told = example.told(say)
        rows = [(each.letter, say(each.name), text_of(told, each)) for each in LETTERS]
        parts += [f"{say(example.name)}. {say(example.about)}", *columns(rows, indent="  "), ""]
    return "\n".join(parts[:-1])
