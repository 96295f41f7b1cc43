"""The examples that help gives: each can be typed as it stands."""

import shlex

import click
import pytest

from peil.cli.main import FrontDoor, front_door
from tests.cli.conftest import Peil


def examples_of(name: str) -> list[list[str]]:
    """Return the command lines in the help of a command, as a shell takes them apart."""
    assert isinstance(front_door, FrontDoor)
    command = front_door.get_command(click.Context(front_door), name)
    assert command is not None
    return [shlex.split(line)[1:] for line in (command.epilog or "").splitlines()]


@pytest.mark.usefixtures("bakery")
@pytest.mark.parametrize("name", ["vote", "runsheet", "minutes"])
def test_every_example_can_be_typed(name: str, peil: Peil) -> None:
    """One after the other, on an assessment of the name that they use."""
    assert len(examples_of(name)) >= 3
    for words in examples_of(name):
        ran = peil(*words)
        assert (ran.code, ran.err) == (0, ""), words
