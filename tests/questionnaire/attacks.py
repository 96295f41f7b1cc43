"""Texts that somebody could write to make a parser slow, deep or large."""

from collections.abc import Iterator

HEAD = """---
title: Attack
id: attack
version: 1
language: en
---

# Attack

## Topic `topic`

### Question `question`

"""
MEGABYTE = 999_000


def _filled(piece: str) -> str:
    """Return a megabyte of one piece, in paragraphs as long as a line may be."""
    line = piece * (9_900 // len(piece))
    count = (MEGABYTE - len(HEAD)) // (len(line.encode()) + 2)
    return HEAD + "\n\n".join([line] * count)


def _lines(piece: str, lines: int) -> str:
    """Return so many short lines of one piece."""
    most = lines // (piece.count("\n") + 1)
    count = min(most, (MEGABYTE - len(HEAD)) // (len(piece.encode()) + 1))
    return HEAD + "\n".join([piece] * count)


def _questions(body: str, count: int) -> str:
    parts = [HEAD]
    size = len(HEAD)
    for number in range(count):
        part = f"### Q `q{number}`\n\n{body}\n\n".replace("NUMBER", str(number))
        size += len(part)
        if size > MEGABYTE:
            break
        parts.append(part)
    return "".join(parts)


def _everything_waits(count: int) -> str:
    """Return questions that each ask for all earlier ones."""
    parts = [HEAD]
    size = len(HEAD)
    for number in range(1, count):
        names = ", ".join(f"q{other} > 0" for other in range(max(0, number - 700), number))
        part = f"### Q `q{number}`\n\n- ask if: {names}\n\n1. a\n2. b\n3. c\n4. d\n\n"
        size += len(part)
        if size > MEGABYTE:
            break
        parts.append(part)
    return "".join(parts)


def attacks(lines: int = 19_900, questions: int = 499) -> Iterator[tuple[str, str]]:
    """Yield a name and a text for each attack, by default as large as the limits allow.

    Tests take fewer lines and questions of those attacks whose time only grows with them.
    """
    yield "nested quotes", _filled("> ")
    yield "nested lists", _filled("- ")
    yield "stairs of lists", HEAD + "\n".join(" " * depth + "- x" for depth in range(1_300))
    yield "open brackets", _filled("[")
    yield "open links", _filled("[a](")
    yield "open images", _filled("![a](<")
    yield "stars", _filled("*a **b ")
    yield "underscores", _filled("_a __b")
    yield "back-quotes", _filled(" ".join("`" * length for length in range(1, 130)))
    yield "entities", _filled("&#8238;&amp;&nosuch;")
    yield "backslashes", _filled("\\`")
    yield "angle brackets", _filled("<a <!-- <? ")
    yield "link references", _lines("[a]: <b> 'c\n\n[a]", lines)
    yield "table rules", _filled("|-")
    yield "empty bullets", _lines("-", lines)
    yield "empty numbers", _lines("1)\n1.", lines)
    yield "headings", _lines("## a `a`", lines)
    yield "unknown settings", _lines("- effrot: 2h", lines)
    yield (
        "unknown needs",
        _questions(
            "- core: yes\n\n1. a\n2. b\n   - needs: "
            + ", ".join(f"x{number}-NUMBER >= 2" for number in range(120)),
            499,
        ),
    )
    yield "conditions on everything", _everything_waits(questions)
    yield (
        "needs on everything",
        _questions("1. a\n2. b\n   - needs: topic >= 3\n3. c\n   - needs: topic >= 4\n4. d", 499),
    )
    yield "hidden characters", _lines("\u202e\x1b[31m\x00", lines)
    yield "front matter", "---\n" + "titel: x\n" * 24_000
    yield "one line", HEAD + "x" * (MEGABYTE - len(HEAD))
    yield "wrapped paragraph", _lines("a *b* [c", lines)
    yield "quotes with lazy lines", _lines("> a\nb", lines)
    yield "fences", _lines("```\n~~~", lines)
    yield "tabs", _filled("\t- ")
