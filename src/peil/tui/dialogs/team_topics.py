"""Which topics a team votes on today: all of them, or those that are ticked."""

from typing import ClassVar

from textual.app import ComposeResult

from peil.text.languages import mark
from peil.tui import deeds
from peil.tui.content import NOTHING, ends, join, paragraph, text
from peil.tui.keys import FAR_MOVES, UNDO, Command
from peil.tui.overlay import Overlay
from peil.tui.widgets.fields import Told
from peil.tui.widgets.lines import Lines, Sheet, Spot, moved


class TeamTopics(Overlay):
    """A list of topics; a tick holds at once."""

    DEFAULT_CSS = "TeamTopics { height: 100%; }"
    commands: ClassVar[tuple[Command, ...]] = (
        Command(
            ("down", "j"), "move(1)", "↑ ↓", mark("topic"), mark("Choose a topic."), palette=False
        ),
        Command(
            ("space",),
            "tick",
            mark("Space"),
            mark("on or off"),
            mark("Vote on the topic under the cursor today, or leave it for another time."),
            palette=False,
        ),
        Command(("a",), "all", "a", mark("all"), mark("Vote on all topics."), palette=False),
        Command(
            ("enter", "x"),
            "close",
            mark("Enter"),
            mark("ready"),
            mark("Back to the session; what you chose is kept already."),
            palette=False,
        ),
        UNDO,
        Command(
            ("up", "k"),
            "move(-1)",
            "↑",
            mark("up"),
            mark("The topic before."),
            footer=False,
            palette=False,
        ),
        *FAR_MOVES,
    )

    def __init__(self) -> None:
        """Make it; the cursor begins at the first topic."""
        super().__init__()
        self._topic: str | None = None
        self._above = Told(lambda width: [*paragraph(self._told, width, "faint"), NOTHING])
        self._lines: Lines | None = None

    def compose(self) -> ComposeResult:
        """Put up what it is about, and the topics."""
        yield self._above
        self._lines = Lines(self._sheet, (self.signs.more_above, self.signs.more_below))
        yield self._lines

    def title(self) -> str:
        """Return the title."""
        return self.say("Topics today")

    def show(self) -> None:
        """Draw the topics as they stand now."""
        super().show()
        topics = self.sitting.items.topics
        if self._topic not in topics:
            self._topic = next(iter(topics), None)
        self._above.show()
        if self._lines is not None:
            self._lines.redraw()

    @property
    def _chosen(self) -> tuple[str, ...]:
        """The topics of today, in order."""
        return self.sitting.todays_topics or self.sitting.items.topics

    @property
    def _told(self) -> str:
        questions = len(self.sitting.to_vote_on)
        count = self.say.many(
            "You vote on {count} core question.", "You vote on {count} core questions.", questions
        )
        if self.sitting.ballot is None:
            return count
        later = self.say("The vote that runs goes on as it began; this holds for the next one.")
        return f"{count} {later}"

    def _sheet(self, width: int, _height: int) -> Sheet:
        items, walk = self.sitting.items, self.sitting.walk
        lines, spots = [], []
        for row, topic in enumerate(items.topics):
            here, chosen = topic == self._topic, topic in self._chosen
            core = sum(items.topic_of(question) == topic for question in walk.core)
            count = self.say.many("{count} core question", "{count} core questions", core)
            left = join(
                text(self.signs.cursor if here else " ", "cursor"),
                text(" [x] " if chosen else " [ ] ", "cursor" if chosen else "faint"),
                text(items.topic(topic).title, "cursor" if here else "plain"),
            )
            spots.append(Spot(topic, row, 0, width))
            lines.append(ends(left, text(f"{count} ", "faint"), width))
        return Sheet(lines, spots, self._topic)

    def action_move(self, by: int) -> None:
        """Choose the topic above or below."""
        self._topic = moved(self.sitting.items.topics, self._topic, by)
        self.show()

    def on_lines_clicked(self, event: Lines.Clicked) -> None:
        """Tick with the mouse."""
        event.stop()
        self._topic = event.name
        self.action_tick()

    def action_tick(self) -> None:
        """Vote on the topic under the cursor today, or not; one at least stays."""
        topics, chosen = self.sitting.items.topics, self._chosen
        ticked = tuple(one for one in topics if (one in chosen) != (one == self._topic))
        if not ticked:
            self.peil.tell(self.say("One topic at least has to stay."))
        else:
            self._choose(() if ticked == topics else ticked)

    def action_all(self) -> None:
        """Vote on all topics."""
        self._choose(())

    def _choose(self, topics: tuple[str, ...]) -> None:
        if deeds.may_change(self.peil):
            self.peil.attempt(lambda: self.sitting.set_meeting(topics=topics))

    def action_undo(self) -> None:
        """Take back the last change, and say which one it was."""
        deeds.take_back(self.peil)
