"""An action of one's own: what is to be done, how many hours, and to which topic it belongs."""

from collections.abc import Callable
from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.content import Content
from textual.widget import Widget

from peil.assessment.actions import own_key
from peil.plan.steps import DEFAULT_OWN_MINUTES
from peil.text.clean import LINE_LIMIT
from peil.text.languages import mark
from peil.tui.content import join, paragraph, text
from peil.tui.deeds import read_minutes
from peil.tui.keys import Command
from peil.tui.overlay import Overlay
from peil.tui.widgets.field import Field
from peil.tui.widgets.fields import Told
from peil.tui.widgets.lines import Lines, Sheet, Spot, moved

_LABELS: Final = (
    mark("What is to be done?"),
    mark("How many hours does it take? Empty is {hours}."),
    mark("To which topic does it belong?"),
)
"""What stands above the two fields and the list."""
ROOMY: Final = 22
"""Lines of the window from which there are empty lines as well."""
NO_TOPIC: Final = ""
"""Stands for no topic among the topics."""


class OwnAction(Overlay):
    """Two fields and a list; nothing is added until Enter on the list."""

    DEFAULT_CSS = """
    OwnAction { height: 100%; }
    OwnAction Input { background: $raised; }
    OwnAction #own-hours { width: 8; }
    OwnAction.roomy Input { margin: 0 0 1 0; }
    """
    commands: ClassVar[tuple[Command, ...]] = (
        Command(
            ("enter",),
            "on",
            mark("Enter"),
            mark("next"),
            mark("On to the next line; on the list of topics: add the action."),
            palette=False,
        ),
        Command(
            ("tab", "shift+tab"),
            "other",
            mark("Tab"),
            mark("other field"),
            mark("Go to the other field."),
            palette=False,
        ),
        Command(
            ("down", "j"), "move(1)", "↑ ↓", mark("topic"), mark("Choose a topic."), palette=False
        ),
        Command(
            ("up", "k"),
            "move(-1)",
            "↑",
            mark("up"),
            mark("The topic before."),
            footer=False,
            palette=False,
        ),
        Command(
            ("f2", "x"),
            "close",
            mark("Esc or F2"),
            mark("do not add"),
            mark("Close without adding anything."),
            palette=False,
        ),
    )

    def __init__(self) -> None:
        """Make it; it opens empty."""
        super().__init__()
        self._added: Callable[[str], object] = str
        self._topic: str | None = NO_TOPIC
        self._lines: Lines | None = None
        self._labels = tuple(map(self._label, _LABELS))
        self._title = Field(self.action_on, most=LINE_LIMIT)
        self._hours = Field(self.action_on, most=20)
        self._hours.id = "own-hours"

    def _label(self, message: str) -> Told:
        """Return the label of a part, in the language of the screen."""

        def lines(width: int) -> list[Content]:
            hours = self.say.duration(DEFAULT_OWN_MINUTES)
            return paragraph(self.say(message, hours=hours), width, "deep")

        return Told(lines)

    def about(self, added: Callable[[str], object]) -> None:
        """Begin anew; `added` is told the key of the action that is added."""
        self._added = added

    def compose(self) -> ComposeResult:
        """Put up the fields and the topics."""
        yield self._labels[0]
        yield self._title
        yield self._labels[1]
        yield self._hours
        yield self._labels[2]
        self._lines = Lines(self._sheet, (self.signs.more_above, self.signs.more_below))
        yield self._lines

    def title(self) -> str:
        """Return the title."""
        return self.say("An action of your own")

    def show(self) -> None:
        """Draw labels and topics in the language of the screen."""
        super().show()
        self._make_room()
        for label in self._labels:
            label.show()
        if self._lines is not None:
            self._lines.redraw()

    def on_resize(self) -> None:
        """Leave the empty lines out where there is no room for them."""
        self._make_room()

    def _make_room(self) -> None:
        self.set_class(self.app.size.height >= ROOMY, "roomy")

    def enter(self) -> None:
        """Begin with what is to be done."""
        self.take_focus(self._title)

    @property
    def unkept(self) -> bool:
        """Whether something is typed that is not added yet."""
        return bool(self._title.value.strip())

    def key_brief(self, command: Command) -> str:
        """Say what Enter does: on the list it adds the action."""
        if command.action == "on" and not self.typing:
            return self.say("add it")
        return super().key_brief(command)

    def _sheet(self, width: int, _height: int) -> Sheet:
        lines, spots = [], []
        for row, topic in enumerate((NO_TOPIC, *self.sitting.items.topics)):
            title = self.sitting.items.topic(topic).title if topic else self.say("none")
            chosen = topic == self._topic
            here = chosen and self.has_focus
            spots.append(Spot(topic, row, 0, width))
            lines.append(
                join(
                    text(self.signs.cursor if here else " ", "cursor"),
                    text(f" {self.signs.chosen if chosen else ' '} ", "cursor"),
                    text(title, "chosen" if chosen else "plain"),
                )
            )
        return Sheet(lines, spots, self._topic)

    @property
    def _stops(self) -> tuple[Widget, ...]:
        """What takes the focus, in order; the dialog itself stands for its list."""
        return self._title, self._hours, self

    def action_on(self) -> None:
        """Go on to the next line; after the last one add the action."""
        if self.has_focus:
            self._add()
        else:
            self._go(1)

    def action_other(self) -> None:
        """Go to the next part, round and round."""
        self._go(1)

    def _go(self, by: int) -> None:
        place = next((at for at, stop in enumerate(self._stops) if stop.has_focus), 0)
        self.take_focus(self._stops[(place + by) % len(self._stops)])
        if self._lines is not None:
            self._lines.redraw()

    def action_move(self, by: int) -> None:
        """Choose a topic; from a field, go to the part below or above."""
        if not self.has_focus:
            self._go(by)
            return
        names = (NO_TOPIC, *self.sitting.items.topics)
        self._topic = moved(names, self._topic, by)
        self.show()

    def on_lines_clicked(self, event: Lines.Clicked) -> None:
        """Choose a topic with the mouse."""
        event.stop()
        self._topic = event.name
        self.take_focus(self)
        self.show()

    def _add(self) -> None:
        """Add the action, or say what is missing."""
        minutes = read_minutes(self.peil, self._hours.value)
        if minutes is None:
            self.take_focus(self._hours)
            return
        codes: list[str] = []
        sitting, title, topic = self.sitting, self._title.value, self._topic or NO_TOPIC
        if not self.peil.attempt(
            lambda: codes.append(sitting.add_action(title, minutes=minutes, topic=topic))
        ):
            self.take_focus(self._hours if title.strip() else self._title)
            return
        self.close()
        self._added(own_key(codes[0]))
        self.peil.tell(
            self.say(
                "{code} is added. It comes after all that raises a score; t puts it at the top.",
                code=codes[0],
            ),
            "good",
        )

    def forget(self) -> None:
        """Begin empty the next time."""
        self._title.value = self._hours.value = ""
        self._topic = NO_TOPIC
