"""`python -m peil`, and the entry point of the installed command."""

import sys

from peil.cli.main import run


def main() -> None:
    """Run Peil with the arguments of the process, and end it with the command's exit code."""
    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
