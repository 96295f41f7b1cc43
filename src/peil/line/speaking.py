"""Saying lines: the one place from which the walk line by line prints."""

from peil.text.clean import clean


def print_lines(lines: tuple[str, ...]) -> None:
    """Print lines, each made safe for a terminal, at once."""
    for line in lines:
        print(safe(line))
    print(end="", flush=True)


def safe(text: str) -> str:
    """Return a text as one line without anything that could drive a terminal."""
    return clean(text, len(text)).replace("\n", " ").replace("\t", " ")
