"""What was promised, written to one page to print, or the same as Markdown."""

from pathlib import Path
from typing import Final

from peil.report.commitments import commitments_page
from peil.report.files import write_new
from peil.report.printed import printed_page
from peil.sitting import Sitting
from peil.text.languages import mark, words
from peil.tui.dialogs.export_file import Writing

_MARKDOWN: Final = (".md", ".markdown", ".txt")
"""Endings of a file that gets Markdown; any other one is a page for a browser."""


def _name(sitting: Sitting) -> str:
    say = words(sitting.language)
    return say("promises-{id}.html", id=sitting.assessment.id)


def _write(sitting: Sitting, target: Path) -> Path:
    page = commitments_page(sitting, words(sitting.language))
    if target.suffix.lower() not in _MARKDOWN:
        page = printed_page(sitting.assessment.title, page, sitting.language)
    return write_new(target, page)


PROMISES: Final = Writing(
    mark("One page to print"),
    mark(
        "Who does what by which day, on one page that a browser prints; with a name that ends "
        "in .md it is Markdown. Write it to this file:"
    ),
    _name,
    _write,
)
"""One page with the promises."""
