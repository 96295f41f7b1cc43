"""No fault of the list is without a test."""

import ast
from pathlib import Path

import tests
from tests.promises import FAULTS

_FOLDER = Path(tests.__file__).parent


def _named() -> set[str]:
    """Return the faults that the tests name."""
    names: set[str] = set()
    for path in _FOLDER.rglob("test_*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.Call(
                    func=ast.Attribute(attr="fault"), args=[ast.Constant(value=str(name))]
                ):
                    names.add(name)
    return names


def test_every_fault_has_a_test() -> None:
    """Each is named by at least one test."""
    assert set(FAULTS) - _named() == set()
