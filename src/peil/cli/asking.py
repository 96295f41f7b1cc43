"""A yes-or-no question in the terminal, before something that is not easily taken back."""

import click

from peil.text.clean import clean_line
from peil.text.languages import Words

YES = ("y", "yes", "j", "ja")
"""What counts as yes, in either language; everything else is no."""


def agreed(question: str, say: Words) -> bool:
    """Return whether the answer to a question is yes; just Enter is no."""
    answer: str = click.prompt(clean_line(question), default=say("no"))
    return answer.strip().lower() in YES
