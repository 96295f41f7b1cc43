"""Opening an address outside Peil, once a person has seen it and pressed Enter.

It is opened by a process of its own: what a browser prints would else run over the
screen, and one that draws in the terminal would take it away.
"""

import os
import subprocess
import sys
from collections.abc import Mapping

from peil.errors import PeilError
from peil.text.addresses import addresses
from peil.text.languages import mark

_OPEN = "import sys, webbrowser; sys.exit(not webbrowser.open(sys.argv[1]))"


def open_outside(address: str, environment: Mapping[str, str] = os.environ) -> None:
    """Open an address in the browser or mail program, and wait until that has taken it.

    PeilError when there is none, or when it does not open. ValueError for anything that
    is not one of `addresses`.
    """
    if addresses(address) != (address,):
        message = "not an address that may be opened"
        raise ValueError(message)
    if not _has_display(environment):
        raise PeilError(
            mark("There is no browser to be found here: copy the address and open it elsewhere.")
        )
    try:
        done = subprocess.run(  # noqa: S603 - our own words; the address was checked above
            [sys.executable, "-I", "-c", _OPEN, address],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            check=False,
        )
    except OSError as error:
        raise _not_opened() from error
    if done.returncode:
        raise _not_opened()


def _has_display(environment: Mapping[str, str]) -> bool:
    """Return whether a browser can show itself: elsewhere than on Linux and its kin, always."""
    if sys.platform in ("win32", "darwin", "cygwin"):
        return True
    return any(environment.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER"))


def _not_opened() -> PeilError:
    return PeilError(mark("No browser took the address: copy it and open it yourself."))
