"""One action in full: how, done when, why here, and what hangs together with it."""

from collections.abc import Callable, Iterator, Mapping
from typing import ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.content import Content

from peil.plan.model import PlannedAction
from peil.plan.reasons import Reasons
from peil.report.titles import action_title
from peil.sitting import Sitting
from peil.text.languages import Words, mark
from peil.tui.content import NOTHING, join, labelled, paragraph, text
from peil.tui.dialogs.question_list import answer_words
from peil.tui.keys import Command
from peil.tui.overlay import Overlay
from peil.tui.pages import outcome
from peil.tui.widgets.lines import Lines, Sheet

_LABEL = 15
"""Columns of the labels."""


class ActionDetails(Overlay):
    """All about one action; arrows turn to the one before and the one after."""

    DEFAULT_CSS = "ActionDetails Lines { height: auto; max-height: 100%; }"
    commands: ClassVar[tuple[Command, ...]] = (
        Command(
            ("enter", "x"),
            "close",
            mark("Enter"),
            mark("close"),
            mark("Back to the plan."),
            palette=False,
        ),
        Command(
            ("left",),
            "turn(-1)",
            "← →",
            mark("other action"),
            mark("The action before this one."),
            palette=False,
        ),
        Command(
            ("right",),
            "turn(1)",
            "→",
            mark("next"),
            mark("The action after this one."),
            footer=False,
            palette=False,
        ),
        Command(
            ("up", "pageup"),
            "scroll(-3)",
            "↑ ↓",
            mark("scroll"),
            mark("Read back."),
            palette=False,
        ),
        Command(
            ("down", "pagedown"),
            "scroll(3)",
            "↓",
            mark("further"),
            mark("Read on."),
            footer=False,
            palette=False,
        ),
        Command(
            ("g",),
            "question",
            "g",
            mark("to the question"),
            mark("Go to the question that this action belongs to."),
            palette=False,
        ),
    )

    def __init__(self, turned: Callable[[str], None]) -> None:
        """Make it; `turned` is told the key of the action that is shown."""
        super().__init__()
        self._turned = turned
        self._key = ""

    def compose(self) -> ComposeResult:
        """One text."""
        yield Lines(self._sheet, (self.signs.more_above, self.signs.more_below))

    def about(self, key: str) -> None:
        """Tell about the action with this key."""
        self._key = key

    def title(self) -> str:
        """Return the code, and its place in the plan."""
        keys = [action.key for action in self.sitting.plan.actions]
        if self._key not in keys:
            return ""
        return self.say(
            "Action {code} · {number} of {total}",
            code=self.sitting.codes.get(self._key, "–"),
            number=keys.index(self._key) + 1,
            total=len(keys),
        )

    def show(self) -> None:
        """Draw the text again; an action that is gone closes the dialog."""
        super().show()
        lines = self.query_one(Lines)
        lines.refresh(layout=True)
        lines.redraw()

    def _sheet(self, width: int, _height: int) -> Sheet:
        actions = {action.key: action for action in self.sitting.plan.actions}
        if self._key not in actions:
            return Sheet([text(self.say("This action is no longer in the plan."), "faint")])
        scene = _Scene(self.sitting, actions[self._key], self.sitting.codes, self.say, width)
        return Sheet(list(_lines(scene)))

    def action_turn(self, by: int) -> None:
        """Turn to the action before or after."""
        keys = [action.key for action in self.sitting.plan.actions]
        if self._key in keys:
            self._key = keys[max(0, min(len(keys) - 1, keys.index(self._key) + by))]
            self._turned(self._key)
            self.query_one(Lines).to_top()
            self.show()

    def action_scroll(self, lines: int) -> None:
        """Scroll where the text does not fit."""
        self.query_one(Lines).scroll_by(lines)

    def action_question(self) -> None:
        """Go to the question of this action."""
        question = next(
            (one.question for one in self.sitting.plan.actions if one.key == self._key), None
        )
        if question is not None:
            self.close()
            self.sitting.go_to(question)
            self.peil.open_page("question")


class _Scene(NamedTuple):
    """What the text is written from."""

    sitting: Sitting
    action: PlannedAction
    codes: Mapping[str, str]
    say: Words
    width: int


def _lines(scene: _Scene) -> Iterator[Content]:
    """Return the title, and then one labelled part after the other."""
    sitting, action = scene.sitting, scene.action
    code = text(f"{scene.codes.get(action.key, '–')}  ", "key")
    title = paragraph(action_title(sitting, action), scene.width - code.cell_length, "strong")
    for number, line in enumerate(title):
        yield join(code if number == 0 else " " * code.cell_length, line)
    for label, sentences, ink in _parts(scene):
        yield NOTHING
        for number, sentence in enumerate(sentences):
            yield from labelled(
                label if number == 0 else "", sentence, scene.width, _LABEL, ("faint", ink)
            )


def _parts(scene: _Scene) -> Iterator[tuple[str, list[str], str]]:
    """Return the parts that have something to say: label, sentences, ink."""
    sitting, action, say = scene.sitting, scene.action, scene.say
    reasons = Reasons(sitting.plan, sitting.questionnaires, sitting.assessment, scene.codes, say)
    why = reasons.reason(action)
    if action.how:
        numbered = [f"{number}  {step}" for number, step in enumerate(action.how, 1)]
        yield say("How"), numbered if len(action.how) > 1 else list(action.how), "plain"
    if action.done_when:
        yield say("Done when"), [action.done_when], "plain"
    yield say("Why here"), [one for one in (why.words, why.figures) if one], "plain"
    yield say("Effort"), [_effort(scene)], "plain"
    links = [one for one in (_needs(scene), why.opens) if one]
    if links:
        yield say("Connected"), links, "plain"
    if action.waiting_for:
        asked = [sitting.items.question(name).text for name in action.waiting_for]
        yield say("Waits for"), asked, "caution"
    topic = outcome.title_of(sitting, action.topic)
    question = sitting.items.question(action.question).text
    now = say("now {answer}", answer=answer_words(sitting, action.question, say))
    yield (
        say("Belongs to"),
        [say("{topic}: {question}", topic=topic, question=question), now],
        "faint",
    )


def _effort(scene: _Scene) -> str:
    action, say = scene.action, scene.say
    parts = [say.duration(action.minutes)]
    if action.week is not None:
        parts.append(say("begins in week {week}", week=action.week))
    if action.role:
        parts.append(say("who: {role}", role=action.role))
    return " · ".join(parts)


def _needs(scene: _Scene) -> str:
    needed = [scene.codes.get(key, "–") for key in scene.action.needs]
    return scene.say("After {codes}.", codes=scene.say.listing(needed)) if needed else ""
