"""Where you differ: the topics by consensus, the least of one mind first."""

from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.content import Content

from peil.text.languages import mark
from peil.tui.content import text
from peil.tui.keys import FAR_MOVES, Command
from peil.tui.page import Heading, Page
from peil.tui.pages.consensus_sheet import (
    ConsensusScene,
    consensus_foot,
    consensus_sheet,
    why_consensus,
)
from peil.tui.pages.outcome import title_of
from peil.tui.pages.present_keys import PRESENT
from peil.tui.widgets.foot import Foot
from peil.tui.widgets.lines import Lines, Sheet, moved

_LOW: Final = 18
"""Lines of a page below which the questions of a topic get few of them."""


class ConsensusPage(Page):
    """Ranks the topics that were voted on; Enter opens what is most contested in one."""

    commands: ClassVar[tuple[Command, ...]] = (
        Command(
            ("enter",),
            "open",
            mark("Enter"),
            mark("talk about it"),
            mark("The votes on the first question of this topic about which you differ."),
            palette=False,
        ),
        Command(("up", "k"), "move(-1)", "↑ ↓", mark("topic"), mark("Topic above."), palette=False),
        Command(
            ("down", "j"),
            "move(1)",
            "↓",
            mark("down"),
            mark("Topic below."),
            footer=False,
            palette=False,
        ),
        Command(
            ("w",),
            "why",
            "w",
            mark("figures"),
            mark("The figures behind this topic: spread and consensus of each round."),
        ),
        Command(("r",), "results", "r", mark("results"), mark("What stands, as a picture.")),
        Command(("a",), "plan", "a", mark("actions"), mark("What to do first, and why.")),
        PRESENT._replace(footer=False),
        *FAR_MOVES,
    )

    def __init__(self) -> None:
        """Make the page; the cursor begins at the topic that is least of one mind."""
        super().__init__()
        self._cursor: str | None = None

    def compose(self) -> ComposeResult:
        """Put up the topics, and below them the questions of one."""
        yield Lines(self._sheet, (self.signs.more_above, self.signs.more_below))
        yield Foot(self._below)

    @property
    def _lines(self) -> Lines:
        return self.query_one(Lines)

    @property
    def _scene(self) -> ConsensusScene:
        return ConsensusScene(self.sitting, self.say, self.signs, self._cursor)

    @property
    def _names(self) -> list[str]:
        return [topic.topic for topic in self._scene.topics]

    def heading(self) -> Heading:
        """Say how many questions are contested."""
        scene = self._scene
        count = sum(len(scene.contested(name)) for name in self._names)
        words = self.say.many("{count} question contested", "{count} questions contested", count)
        where = self.say("Where you differ")
        return Heading(right=text(f"{where} {self.signs.between} {words}", "faint"))

    def show(self) -> None:
        """Draw everything as it stands now."""
        if self._cursor not in self._names:
            self._cursor = next(iter(self._names), None)
        self._size_foot()
        self._lines.redraw()
        self.query_one(Foot).redraw()

    def on_resize(self) -> None:
        """Give the foot the room that the window allows."""
        self._size_foot()

    def _size_foot(self) -> None:
        height = 0 if self._cursor is None else 5 if self.size.height < _LOW else 8
        self.query_one(Foot).be_high(height)

    def _sheet(self, width: int, height: int) -> Sheet:
        return consensus_sheet(self._scene, width, height)

    def _below(self, width: int, height: int) -> list[Content]:
        return consensus_foot(self._scene, width, height)

    def key_brief(self, command: Command) -> str:
        """Say what Enter does."""
        if command.action == "open" and not self._names:
            return self.say("team session")
        if command.action == "open" and not self._scene.contested(self._cursor or ""):
            return self.say("see the votes")
        return super().key_brief(command)

    def offers(self, command: Command) -> bool:
        """Leave out what needs a vote where there is none."""
        return super().offers(command) and (bool(self._names) or command.action != "why")

    def action_move(self, by: int) -> None:
        """Choose the topic above or below."""
        self._point_at(moved(self._names, self._cursor, by))

    def _point_at(self, name: str | None) -> None:
        self._cursor = name
        self.show()
        self.peil.peil_screen.footer.redraw()

    def on_lines_clicked(self, event: Lines.Clicked) -> None:
        """Choose with the mouse; a second click opens."""
        event.stop()
        self._point_at(event.name)
        if event.again:
            self.action_open()

    def action_open(self) -> None:
        """Go to the first contested question of the topic, or to its first one with votes."""
        if self._cursor is None:
            self.peil.open_page("team")
            return
        scene = self._scene
        questions = (*scene.contested(self._cursor), *scene.voted(self._cursor))
        self.sitting.go_to(questions[0])
        self.peil.open_page("reveal")

    def action_why(self) -> None:
        """Show the figures behind the topic under the cursor."""
        if self._cursor is not None:
            title = title_of(self.sitting, self._cursor)
            self.peil.read_aloud(self.say("Why {topic}", topic=title), why_consensus(self._scene))

    def action_results(self) -> None:
        """Go to the results."""
        self.peil.open_page("results")

    def action_plan(self) -> None:
        """Go to the plan."""
        self.peil.open_page("plan")
