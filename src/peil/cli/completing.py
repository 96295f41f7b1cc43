"""What the Tab key can fill in: assessments, questions, topics, codes. Loaded for that alone.

Nothing is ever said of an error here: a shell that waits for words gets none then.
"""

from contextlib import suppress
from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem

from peil.cli.invocation import Invocation
from peil.errors import PeilError
from peil.text.clean import clean_line

if TYPE_CHECKING:  # loaded when there is an assessment to look into
    from peil.sitting.view import View

_OTHER_ANSWERS = ("unknown", "na:", "none")


def assessments(
    ctx: click.Context, _parameter: click.Parameter | None, incomplete: str
) -> list[CompletionItem]:
    """Return the ids of the assessments that begin so, each with its title."""
    with suppress(PeilError):
        return [
            CompletionItem(each.id, help=clean_line(each.title))
            for each in ctx.ensure_object(Invocation).workspace.summaries()
            if each.id.startswith(incomplete)
        ]
    return []


def questions(
    ctx: click.Context, _parameter: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Return the questions of the named assessment that begin so, each with its words."""
    view = _view(ctx)
    if view is None:
        return []
    own = [name.partition("/")[2] for name in view.items.questions]
    named = {
        name if own.count(short) > 1 or "/" in incomplete else short: name
        for name, short in zip(view.items.questions, own, strict=True)
    }
    return [
        CompletionItem(short, help=clean_line(view.items.question(name).text))
        for short, name in named.items()
        if short.startswith(incomplete)
    ]


def answers(
    ctx: click.Context, parameter: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Return `QUESTION=` for what begins so; behind the sign its levels, each with its words."""
    question, sign, value = incomplete.partition("=")
    if not sign:
        return [
            CompletionItem(f"{each.value}=", help=each.help)
            for each in questions(ctx, parameter, incomplete)
        ]
    from peil.sitting.finding import find_question

    view = _view(ctx)
    if view is None:
        return []
    with suppress(PeilError):
        levels = view.items.question(find_question(view.items, question)).levels
        found = [
            *((str(level.number), clean_line(level.text)) for level in levels),
            *((each, "") for each in _OTHER_ANSWERS),
        ]
        return [
            CompletionItem(f"{question}={each}", help=words or None)
            for each, words in found
            if each.startswith(value)
        ]
    return []


def codes(ctx: click.Context, _parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Return the codes of the named assessment's actions that begin so, with their titles."""
    view = _view(ctx)
    if view is None:
        return []
    from peil.report.titles import action_title

    return [
        CompletionItem(code, help=clean_line(action_title(view, view.action(key))))
        for key, code in view.codes.items()
        if code.startswith(incomplete.upper())
    ]


def _view(ctx: click.Context) -> "View | None":
    name = ctx.params.get("assessment")
    with suppress(PeilError):
        if isinstance(name, str):
            return ctx.ensure_object(Invocation).look(name)
    return None
