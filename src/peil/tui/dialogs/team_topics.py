"""Which topics a team votes on today: all of them, or those that are ticked."""

from typing import TYPE_CHECKING, ClassVar

from peil.text.languages import mark
from peil.tui import deeds
from peil.tui.content import NOTHING, ends, join, paragraph, text
from peil.tui.keys import FAR_MOVES, UNDO, Command
from peil.tui.topic_list import DOWN, UP, TopicList
from peil.tui.widgets.lines import Lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.content import Content


class TeamTopics(TopicList):
    """A list of topics; a tick holds at once."""

    DEFAULT_CSS = "TeamTopics { height: 100%; }"
    commands: ClassVar[tuple[Command, ...]] = (
        DOWN,
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
        UP,
        *FAR_MOVES,
    )

    def title(self) -> str:
        """Return the title."""
        return self.say("Topics today")

    @property
    def _chosen(self) -> tuple[str, ...]:
        """The topics of today, in order."""
        return self.sitting.todays_topics or self.sitting.items.topics

    def above(self, width: int) -> "Sequence[Content]":
        """Return on how many questions you vote."""
        questions = len(self.sitting.to_vote_on)
        told = self.say.many(
            "You vote on {count} core question.", "You vote on {count} core questions.", questions
        )
        if self.sitting.ballot is not None:
            later = self.say("The vote that runs goes on as it began; this holds for the next one.")
            told = f"{told} {later}"
        return [*paragraph(told, width, "faint"), NOTHING]

    def row(self, topic: str, width: int) -> "Content":
        """Return a topic with its tick, and how many core questions it has."""
        items = self.sitting.items
        here, chosen = topic == self.topic, topic in self._chosen
        core = sum(items.topic_of(question) == topic for question in self.sitting.walk.core)
        count = self.say.many("{count} core question", "{count} core questions", core)
        left = join(
            text(self.signs.cursor if here else " ", "cursor"),
            text(" [x] " if chosen else " [ ] ", "cursor" if chosen else "faint"),
            text(items.topic(topic).title, "cursor" if here else "plain"),
        )
        return ends(left, text(f"{count} ", "faint"), width)

    def on_lines_clicked(self, event: Lines.Clicked) -> None:
        """Tick with the mouse."""
        event.stop()
        self.topic = event.name
        self.action_tick()

    def action_tick(self) -> None:
        """Vote on the topic under the cursor today, or not; one at least stays."""
        topics, chosen = self.sitting.items.topics, self._chosen
        ticked = tuple(one for one in topics if (one in chosen) != (one == self.topic))
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
