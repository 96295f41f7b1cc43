"""The voice for a terminal that can move its cursor: lists to choose from.

The only module that knows questionary. It is asked only where there is a terminal at both
ends, for questionary reads what is piped to it as keys that are pressed; and never while
the full screen runs.
"""

import os
import shutil
import textwrap
from collections.abc import Sequence
from typing import Any, Final

import questionary
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys
from prompt_toolkit.output import ColorDepth

from peil.line.speaking import print_lines, safe
from peil.line.voice import Choice, Stopped
from peil.text.clean import clean
from peil.text.languages import Words, words

_CALM: Final = questionary.Style(
    [
        ("qmark", "fg:ansicyan"),
        ("question", "bold"),
        ("answer", "fg:ansicyan"),
        ("pointer", "fg:ansicyan bold"),
        ("highlighted", "bold"),
        ("selected", ""),
        ("instruction", "fg:ansibrightblack"),
    ]
)
_COLOURLESS: Final = questionary.Style(
    [("question", "bold"), ("highlighted", "bold"), ("pointer", "bold")]
)
_MORE: Final = "…"
"""Stands for the list of everything else that can be done."""
_SIGN: Final = ">"
_BEFORE_WORDS: Final = len(" » 1) ")
"""Columns before the words of a choice."""


class PromptVoice:
    """Asks with questionary."""

    def __init__(self, language: str) -> None:
        """Speak a language; without colours where the environment asks for none."""
        self._say: Words = words(language)
        colourless = bool(os.environ.get("NO_COLOR"))
        self._look: dict[str, Any] = {
            "qmark": _SIGN,
            "style": _COLOURLESS if colourless else _CALM,
            **({"color_depth": ColorDepth.DEPTH_1_BIT} if colourless else {}),
        }

    def speak(self, language: str) -> None:
        """Go on in another language."""
        self._say = words(language)

    def tell(self, *lines: str) -> None:
        """Print some lines."""
        print_lines(lines)

    def choose(
        self,
        question: str,
        choices: Sequence[Choice],
        others: Sequence[Choice] = (),
        default: str = "",
        *,
        known: bool = False,
    ) -> str:
        """Let one of the choices be picked, or everything else behind a line of its own.

        What Enter does stands among the choices, with the pointer at it. A list to choose
        from is shown, whether it is known or not.
        """
        del known
        enter = [choice for choice in others if choice.key == default]
        more = [Choice(_MORE, self._say("something else"))] if others else []
        key = self._pick(question, [*choices, *enter, *more], default)
        if key != _MORE:
            return key
        return self._pick(self._say("What do you want to do?"), others, "")

    def _pick(self, question: str, choices: Sequence[Choice], default: str) -> str:
        lines = [
            questionary.Choice(
                title=_folded(choice.words),
                value=choice.key,
                shortcut_key="m" if choice.key == _MORE else choice.key,
            )
            for choice in choices
        ]
        here = next((line for line in lines if line.value == default), None)
        return self._ask(
            questionary.select(
                safe(question),
                lines,
                default=here,
                use_shortcuts=True,
                use_jk_keys=False,
                instruction=self._say("(an arrow or the key, then Enter)"),
                **self._look,
            )
        )

    def line(self, question: str, default: str = "") -> str:
        """Ask for a line, with the default in it to go on from."""
        asked = questionary.text(safe(question), default=safe(default), **self._look)
        return clean(self._ask(asked)).strip()

    def hidden_line(self, question: str) -> str:
        """Ask for a line of which only stars appear."""
        return clean(self._ask(questionary.password(safe(question), **self._look))).strip()

    def _ask(self, question: questionary.Question) -> str:
        _heed_interrupt(question)
        try:
            answer: str = question.unsafe_ask()
        except (EOFError, KeyboardInterrupt) as gone:
            raise Stopped from gone
        return answer


def _heed_interrupt(question: questionary.Question) -> None:
    """Let Ctrl+C end a list also where it comes as a signal: before the keys are read."""
    keys = question.application.key_bindings
    if isinstance(keys, KeyBindings):  # questions for a line heed it themselves

        @keys.add(Keys.SIGINT)
        def interrupt(event: KeyPressEvent) -> None:
            event.app.exit(exception=KeyboardInterrupt)


def _folded(words: str) -> str:
    """Return the words of a choice over as many lines as the window needs, below each other."""
    width = max(20, shutil.get_terminal_size().columns - _BEFORE_WORDS - 1)
    return f"\n{' ' * _BEFORE_WORDS}".join(textwrap.wrap(safe(words), width)) or " "
