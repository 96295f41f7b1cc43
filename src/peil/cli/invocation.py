"""What every command is told: where the data lies, in which language, and whether it may ask."""

import sys
from collections.abc import Callable
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from peil.cli.printing import print_complaint
from peil.store.folder import default_folder, expanded
from peil.text.languages import LANGUAGES, Words, language_of_environment, mark, words

if TYPE_CHECKING:  # the rooms are loaded when a command needs them
    from peil.questionnaire.catalog import Catalog
    from peil.sitting import Sitting
    from peil.sitting.view import View
    from peil.store.workspace import Workspace

Opened = TypeVar("Opened", bound="View")

SETTINGS_FILE = "settings.toml"
"""In the data folder; looked for before the module that reads it is loaded."""


class Invocation:
    """One call of the program."""

    def __init__(self, language: str | None = None, data_dir: str | None = None) -> None:
        """Begin with what the command line asks for, if anything."""
        self.language = language if language in LANGUAGES else None
        self.data_dir = expanded(data_dir) if data_dir else None
        self.no_input = False
        self.present = False
        """Whether the full screen is to be shown to a room."""
        self._heard: str | None = None

    @property
    def say(self) -> Words:
        """The words of this call: as asked, else the assessment's, the setting's, the system's."""
        return words(self.language or self._heard or self._usual_language)

    @property
    def may_ask(self) -> bool:
        """Whether a question can be put: a terminal at both ends, and nobody forbade it."""
        return not self.no_input and has_terminal()

    @property
    def folder(self) -> Path:
        """The data folder, as asked for or as usual."""
        return self.data_dir or default_folder()

    @cached_property
    def workspace(self) -> "Workspace":
        """What lies in the data folder."""
        from peil.store.workspace import Workspace

        return Workspace(self.folder)

    @cached_property
    def catalog(self) -> "Catalog":
        """The questionnaires there are: the user's own, and those that ship."""
        from peil.questionnaire.catalog import Catalog, shipped_folder

        workspace = self.workspace
        return Catalog([workspace.questionnaires, shipped_folder()], workspace.cache)

    def look(self, beginning: str) -> "View":
        """Open an assessment to look at, by its id or the beginning of it."""
        from peil.sitting.view import View

        return self._heard_in(View.look(*self._named(beginning)))

    def open(self, beginning: str) -> "Sitting":
        """Open an assessment for writing, by its id or the beginning of it."""
        from peil.sitting import Sitting

        sitting = Sitting.open(*self._named(beginning))
        if sitting.looks_only:
            raise sitting.refusal()
        return self._heard_in(sitting)

    def open_to_write_out(self, beginning: str) -> "Sitting":
        """Open an assessment for writing, or to look where its folder is read-only."""
        from peil.errors import NotWritable
        from peil.sitting import Sitting

        sitting = Sitting.open(*self._named(beginning))
        if sitting.looks_only and not isinstance(sitting.notice, NotWritable):
            raise sitting.refusal()
        return self._heard_in(sitting)

    def _named(self, beginning: str) -> "tuple[Workspace, str, str | None]":
        return self.workspace, self.workspace.resolve(beginning), self.language

    def _heard_in(self, opened: "Opened") -> "Opened":
        """Go on in the language of what was opened, and pass on what the store says of it."""
        self._heard = opened.language
        if opened.notice:
            print_complaint(opened.notice.sentence(self.say))
        return opened

    @cached_property
    def _usual_language(self) -> str:
        with suppress(OSError, RuntimeError):  # whoever needs the folder will say what is wrong
            if (self.folder / SETTINGS_FILE).exists():
                from peil.store.settings import load_settings

                chosen = load_settings(self.folder).settings.language
                if chosen in LANGUAGES:
                    return chosen
        return language_of_environment()


def has_terminal() -> bool:
    """Return whether keys can be read and a screen can be drawn."""
    return all(
        stream is not None and not stream.closed and stream.isatty()
        for stream in (sys.stdin, sys.stdout, sys.stderr)  # Textual draws on stderr
    )


def _remember(name: str) -> Callable[[click.Context, click.Parameter, Any], None]:
    def callback(ctx: click.Context, _parameter: click.Parameter, value: object) -> None:
        if value:
            setattr(ctx.ensure_object(Invocation), name, value)

    return callback


def _remember_folder(ctx: click.Context, _parameter: click.Parameter, value: str | None) -> None:
    if value:
        ctx.ensure_object(Invocation).data_dir = expanded(value)


def common_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add what every command takes: `--data-dir`, `--language`, `--no-input`."""
    for option in (
        click.option(
            "--no-input",
            is_flag=True,
            expose_value=False,
            callback=_remember("no_input"),
            help=mark("Never ask anything."),
        ),
        click.option(
            "--language",
            type=click.Choice(LANGUAGES),
            expose_value=False,
            callback=_remember("language"),
            help=mark("Speak Dutch or English."),
        ),
        click.option(
            "--data-dir",
            metavar="DIR",
            expose_value=False,
            callback=_remember_folder,
            help=mark("Where the assessments are kept (also: PEIL_DATA)."),
        ),
    ):
        command = option(command)
    return command


present_option = click.option(
    "--present",
    is_flag=True,
    expose_value=False,
    callback=_remember("present"),
    help=mark(
        "Begin in the presenter view, for a room: no other assessment, no notes and no names."
    ),
)
"""For what opens the full screen."""


class Hours(click.ParamType):  # type: ignore[type-arg] # generic in new click, plain in old
    """Hours as people write them: with a point or a comma."""

    name = "N"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> float:
        """Return the number that `value` writes, or fail with a sentence."""
        text = str(value).strip().replace(",", ".")
        with suppress(ValueError):
            if text.isascii():
                return float(text)
        said = (ctx.find_object(Invocation) if ctx else None) or Invocation("en")
        sentence = said.say("{text} is not a number of hours, such as 3 or 2.5.", text=text)
        raise click.BadParameter(sentence, ctx, param)


json_option = click.option("--json", "as_json", is_flag=True, help=mark("Print JSON, for scripts."))
"""For commands that print a result."""


def completed_by(name: str) -> Callable[[click.Context, click.Parameter, str], Any]:
    """Return what fills in words with the function of that name, loaded for the Tab key alone."""

    def complete(ctx: click.Context, parameter: click.Parameter, incomplete: str) -> object:
        from peil.cli import completing

        return getattr(completing, name)(ctx, parameter, incomplete)

    return complete


assessment_argument = click.argument("assessment", shell_complete=completed_by("assessments"))
"""An assessment's id, or an unambiguous beginning of it."""
