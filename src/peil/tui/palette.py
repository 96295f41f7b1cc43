"""What the command palette finds: every question, topic, action, page, theme and language."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple, cast

from textual import on
from textual.command import CommandList, CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from peil.report.titles import action_title
from peil.sitting.searching import find, folded
from peil.text.languages import LANGUAGES, Words, mark
from peil.tui.app import PeilApp
from peil.tui.content import join, text
from peil.tui.help import searchable
from peil.tui.themes import COLOURS

THEME_NAMES = {
    "peil-dark": mark("Theme: dark"),
    "peil-light": mark("Theme: light"),
    "peil-contrast": mark("Theme: high contrast"),
}
"""What the themes are called."""
LANGUAGE_NAMES = {"nl": "Nederlands", "en": "English"}
"""The languages, each in its own words."""
HOME = mark("Home: all assessments")
HOME_OF_ONE = mark("Home")
"""The same before a room, where it shows one."""
PAGE_NAMES = {
    "home": HOME,
    "question": mark("The questions"),
    "results": mark("Results"),
    "plan": mark("Plan"),
    "agenda": mark("Agenda: what the team talks about"),
    "reveal": mark("Votes on this question, and what was agreed"),
    "what_if": mark("What if: try actions before you do them"),
    "team": mark("Team session: vote in silence, talk, promise"),
    "commitments": mark("Promises: who does what, by which day"),
    "consensus": mark("Where you differ: topics by consensus"),
}
"""The pages that can be opened from anywhere, and what they are called."""

TEAM_ROOMS = {
    "parking": mark("Parking lot: what belongs elsewhere"),
    "run_sheet": mark("Run-sheet: what to say and do in a team session, with slips to print"),
    "minutes": mark("Minutes: what a team voted, agreed and promised"),
}
"""What a team looks into from anywhere: its parking lot, and its papers."""


class Entry(NamedTuple):
    """One line of the palette."""

    words: str
    act: Callable[[], object]
    about: str = ""


class Palette(CommandPalette):
    """Does what was chosen once, also where Enter is pressed again before it closes."""

    def __init__(self, say: Words) -> None:
        """Offer everything that can be found, in the words of a language."""
        super().__init__(
            providers=[Everything],
            placeholder=say("Search for a question, an action, a page…"),
            id="--command-palette",
        )
        self._chose = False

    @on(CommandList.OptionSelected)
    def _choose_once(self, event: CommandList.OptionSelected) -> None:
        """Keep a second choice from Textual, which would close the screen beneath."""
        if self._chose:
            event.stop()
            event.prevent_default()
        self._chose = True

    def _action_command_list(self, action: str) -> None:
        """Move in the list, but in one without room: there Textual finds no line to move from."""
        if self.query_one(CommandList).scrollable_content_region:
            super()._action_command_list(action)


class Everything(Provider):
    """Finds by parts of words, without minding accents or capitals."""

    @property
    def _peil(self) -> PeilApp:
        return cast("PeilApp", self.app)

    def _commands(self) -> Iterator[Entry]:
        app, say = self._peil, self._peil.say
        room = app.peil_screen.room
        for command in searchable(room):
            act = partial(app.run_action, command.action, room)
            yield Entry(say(command.about), act, room.key_sign(command))
        for name, words in PAGE_NAMES.items():
            named = HOME_OF_ONE if words == HOME and app.presents else words
            if name == "home" or app.has_sitting:
                yield Entry(say(named), partial(app.open_page, name))
        yield from self._rooms()
        for theme in COLOURS:
            yield Entry(say(THEME_NAMES[theme]), partial(app.dress, theme))
        for language in LANGUAGES:
            yield Entry(LANGUAGE_NAMES[language], partial(app.speak, language))

    def _rooms(self) -> Iterator[Entry]:
        """Return the dialogs that can be opened from anywhere."""
        app, say = self._peil, self._peil.say
        if not app.is_shut("checking"):
            yield Entry(say("Check all files, and repair what can be repaired"), app.open_check)
        if not app.has_sitting:
            return
        assessment = app.sitting.assessment
        if not app.is_shut("earlier"):
            earlier = partial(app.open_earlier, assessment.id)
            yield Entry(say("Earlier saves of this assessment"), earlier)
        if not app.is_shut("newer_questionnaire"):
            yield Entry(say("Newer questionnaire: see what would change"), app.open_newer)
        if not app.is_shut("readback"):
            words = say("Read the list back: take over what was edited in it")
            yield Entry(words, app.open_readback)
        if app.sitting.to_look_at and not app.is_shut("looking"):
            yield Entry(say("Done, and now? Look at the questions again"), app.look_at_done)
        if assessment.former and not app.is_shut("former"):
            yield Entry(say("Answers that are no longer asked for"), app.open_former)
        yield from self._of_a_team()

    def _of_a_team(self) -> Iterator[Entry]:
        """Return what a team can open from anywhere."""
        app, say = self._peil, self._peil.say
        for name, words in TEAM_ROOMS.items():
            if not app.is_shut(name):
                yield Entry(say(words), partial(app.open_overlay, name))
        if app.sitting.ballot is not None:
            yield Entry(say("A vote is running: go on with it"), app.go_on_voting)
        else:
            yield Entry(say("Warm-up question: learn in a minute how a vote goes"), app.warm_up)

    def _places(self) -> Iterator[Entry]:
        app = self._peil
        if not app.has_sitting:
            return
        items, walk = app.sitting.items, app.sitting.walk
        for topic in items.topics:
            asked = [name for name in walk.order if items.topic_of(name) == topic]
            if asked:
                go = partial(app.go_to_question, asked[0])
                yield Entry(items.topic(topic).title, go, app.say("topic"))
        for found in find(app.sitting, ""):
            yield Entry(found.text, partial(app.go_to_question, found.question), found.topic)
        codes = app.sitting.codes
        for action in (*app.sitting.plan.actions, *app.sitting.past):
            if action.key in codes:
                words = f"{codes[action.key]} {action_title(app.sitting, action)}"
                yield Entry(words, partial(app.go_to_action, action.key), app.say("in the plan"))

    async def discover(self) -> Hits:
        """Return what is offered before anything is typed."""
        for entry in self._commands():
            yield DiscoveryHit(_shown(entry), entry.act, entry.words)

    async def search(self, query: str) -> Hits:
        """Return what fits; commands before places."""
        words = folded(query).split()
        entries = [*self._commands(), *self._places()]
        found = False
        for place, entry in enumerate(entries):
            if all(word in folded(f"{entry.words} {entry.about}") for word in words):
                found = True
                score = 1 - place / (2 * len(entries))
                yield Hit(score, _shown(entry), entry.act, entry.words)
        if not found:  # Textual would say so in English
            nothing = self._peil.say("Nothing is called so here.")
            yield Hit(0.1, text(nothing), lambda: None, nothing)


def _shown(entry: Entry) -> Content:
    """Return a line of the palette; Textual draws it, so it knows none of our inks."""
    return (
        join(text(entry.words), "  ", text(entry.about, "dim"))
        if entry.about
        else text(entry.words)
    )
