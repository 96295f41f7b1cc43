"""What holds for every assessment: `settings.toml` in the data folder.

A person may edit the file; everything in it that is not ours stays as it stands.
"""

import os
import re
from pathlib import Path
from typing import NamedTuple

import msgspec

from peil.errors import PeilError
from peil.store.disk import DISK, Disk, followed, free_name, write_whole
from peil.store.trouble import cannot_write
from peil.text.clean import clean_line
from peil.text.languages import LANGUAGES, mark

FILE = "settings.toml"
"""Name of the file."""
SETTINGS_LIMIT = 8 * 1024
"""Largest file that is parsed, in bytes."""

_DAMAGED = mark(
    "{file} cannot be read, so Peil starts with its usual settings. Correct it, or remove it."
)


class Settings(msgspec.Struct, frozen=True):
    """What the user chose; None where nothing was chosen yet."""

    language: str | None = None
    """`nl` or `en`."""
    theme: str | None = None
    """Name of a theme of the full screen."""
    ascii: bool | None = None
    """Whether signs are drawn with plain characters only."""


class LoadedSettings(NamedTuple):
    """The settings, and what the user must know about their file, if anything."""

    settings: Settings
    notice: PeilError | None


def load_settings(folder: Path, disk: Disk = DISK) -> LoadedSettings:
    """Return the settings of a data folder; the usual ones where there are none. Never raises."""
    path = folder / FILE
    try:
        settings = _settings(_decoded(disk.read(followed(path))[0]))
    except (FileNotFoundError, NotADirectoryError):
        return LoadedSettings(Settings(), None)
    except (OSError, ValueError, RecursionError):
        return LoadedSettings(Settings(), PeilError(_DAMAGED, file=str(path)))
    return LoadedSettings(settings, None)


def save_settings(folder: Path, settings: Settings, disk: Disk = DISK) -> None:
    """Put the settings into the file, leaving the rest of it as it is.

    A file that cannot be read is kept beside. Raises PeilError when the folder cannot
    be written.
    """
    path = followed(folder / FILE)
    try:
        disk.make_folder(folder)
        text = _text(path, disk)
        after = None if text is None else _edited(text, settings)
        if after is None:
            disk.link(path, free_name(disk, path, "damaged"))
            after = _edited("", settings) or ""
        aside = path.with_name(f".{FILE}.{os.getpid()}.tmp")
        write_whole(disk, path, aside, after.encode())
    except OSError as error:
        raise cannot_write(folder, error) from error


def _settings(text: str) -> Settings:
    import tomllib

    found = tomllib.loads(text)
    language, theme, plain = (found.get(name) for name in Settings.__struct_fields__)
    return Settings(
        language if language in LANGUAGES else None,
        clean_line(theme) if isinstance(theme, str) else None,
        plain if isinstance(plain, bool) else None,
    )


def _decoded(data: bytes) -> str:
    """Return the text of a file; ValueError where it is none, or too large to be parsed."""
    if len(data) > SETTINGS_LIMIT:
        raise ValueError(f"{len(data)} bytes of settings")
    return data.decode("utf-8-sig")


def _text(path: Path, disk: Disk) -> str | None:
    """Return the file's text, empty where there is none, None where it is no text."""
    try:
        return _decoded(disk.read(path)[0])
    except FileNotFoundError:
        return ""
    except ValueError:
        return None


def _edited(text: str, settings: Settings) -> str | None:
    """Return the text with the settings put in; None when it is no TOML that can be edited."""
    import tomllib

    wanted = msgspec.structs.asdict(settings)
    try:
        before = tomllib.loads(text)
        after = text
        for key, value in wanted.items():
            # JSON's strings and booleans are TOML's too.
            line = None if value is None else f"{key} = {msgspec.json.encode(value).decode()}"
            after = _with_line(after, key, line)
        result = tomllib.loads(after)
    except (ValueError, RecursionError):
        return None
    expected = {**before, **wanted}
    return after if result == {k: v for k, v in expected.items() if v is not None} else None


def _with_line(text: str, key: str, new: str | None) -> str:
    """Return the text with the line of one key replaced, added before any table, or removed."""
    lines = text.splitlines()
    end = next((at for at, line in enumerate(lines) if line.lstrip().startswith("[")), len(lines))
    old = [at for at in range(end) if re.match(rf"\s*{key}\s*=", lines[at])]
    place = old[0] if old else end
    lines[place : place + len(old)] = [] if new is None else [new]
    return "\n".join([*lines, ""])
