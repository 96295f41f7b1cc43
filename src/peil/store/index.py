"""The lines of the list of assessments, kept together so that a list opens one file.

A line is believed while the file's stamp is the one it was read at; every other line
is read again from its file. Saving never touches the index.
"""

from collections.abc import Callable, Mapping
from operator import attrgetter
from pathlib import Path

import msgspec

from peil import __version__
from peil.store.cache import get_checked, put_checked
from peil.store.disk import Disk, Stamp
from peil.store.summary import Summary


class _Line(msgspec.Struct, frozen=True, array_like=True, gc=False):
    stamp: Stamp
    summary: Summary


class _Index(msgspec.Struct, frozen=True):
    version: str
    lines: dict[str, _Line]


class Index:
    """The index in one file of the cache."""

    def __init__(self, file: Path, disk: Disk) -> None:
        """Keep the index in `file`."""
        self._file = file
        self._disk = disk

    def summaries(
        self, files: Mapping[str, Stamp], read: Callable[[str, int], Summary | None]
    ) -> list[Summary]:
        """Return the line of each file, by id in alphabetical order.

        `files` are the names in the folder; `read` is given a name and a size in bytes
        to read a line that is not kept yet, and returns None for what is no assessment.
        """
        known = self._known()
        lines: dict[str, _Line] = {}
        for name, stamp in files.items():
            line = known.get(name)
            if line is None or line.stamp != stamp:
                summary = read(name, stamp.size)
                if summary is None:
                    continue
                line = _Line(stamp, summary)
            lines[name] = line
        if lines != known:
            contents = msgspec.msgpack.encode(_Index(__version__, lines))
            put_checked(self._disk, self._file, contents)
        return sorted((line.summary for line in lines.values()), key=attrgetter("id"))

    def _known(self) -> dict[str, _Line]:
        data = get_checked(self._disk, self._file)
        if data is None:
            return {}
        try:
            index = msgspec.msgpack.decode(data, type=_Index)
        except ValueError:
            return {}
        return index.lines if index.version == __version__ else {}
