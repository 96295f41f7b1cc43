"""`python -m peil`, and the entry point of the installed command."""

import os
import sys
from types import TracebackType

STOPPED = 128 + 2
"""Exit code after Ctrl+C, which is signal 2 everywhere."""


def main() -> None:
    """Run Peil with the arguments of the process, and end it with the command's exit code."""
    sys.excepthook = say_mistake
    try:
        fill_closed()
        from peil.cli.main import run

        code = run(sys.argv[1:])
    except KeyboardInterrupt:
        code = STOPPED
    sys.exit(code)


def fill_closed() -> None:
    """Put something that takes nothing where a stream is closed.

    Else the next file to be opened, such as an assessment, would stand in its place.
    """
    for handle, way in ((0, os.O_WRONLY), (1, os.O_RDONLY), (2, os.O_WRONLY)):
        try:
            os.fstat(handle)
        except OSError:
            os.open(os.devnull, way)
            if handle == 1:
                sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115 - to the end


def say_mistake(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    """Say in one sentence that Peil could not even start or end; it may lack parts of itself."""
    if os.environ.get("PEIL_DEBUG"):
        sys.__excepthook__(kind, error, trace)
    elif sys.stderr is not None and not issubclass(kind, KeyboardInterrupt):
        sys.stderr.write(
            f"Peil itself made a mistake ({kind.__name__}) and had to stop. What was saved is "
            "safe. Install Peil again; if that does not help, PEIL_DEBUG=1 before the command "
            "shows what happened, for whoever mends it.\n"
        )


if __name__ == "__main__":
    main()
