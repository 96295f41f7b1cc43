"""`python -m peil`, and the entry point of the installed command."""

import sys


def main() -> None:
    """Run Peil with the arguments of the process, and end it with the command's exit code."""
    try:
        from peil.cli.main import run

        code = run(sys.argv[1:])
    except KeyboardInterrupt:
        code = 130
    sys.exit(code)


if __name__ == "__main__":
    main()
