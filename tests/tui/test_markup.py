"""Nothing that somebody else wrote can become markup: read from the code itself."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import peil.tui

FOLDER = Path(peil.tui.__file__).parent
MODULES = sorted(FOLDER.rglob("*.py"))
MARKUP = {"from_markup", "notify", "Static", "Label", "Button", "Markdown", "Text"}
"""Names that read markup out of strings, or could."""
EDGES = {"border_title", "border_subtitle", "tooltip"}
"""Attributes that read markup out of strings; they take content of ours only."""


def calls(tree: ast.AST) -> Iterator[tuple[str, ast.Call]]:
    """Return every call with the last part of its name."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            function = node.func
            name = function.attr if isinstance(function, ast.Attribute) else ""
            yield (function.id if isinstance(function, ast.Name) else name), node


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.stem)
def test_nothing_that_reads_markup_is_called(module: Path) -> None:
    """Neither widgets nor functions that take markup are used at all."""
    tree = ast.parse(module.read_text(encoding="utf-8"))
    assert not [name for name, _ in calls(tree) if name in MARKUP]
    assert not [
        keyword.arg
        for _, call in calls(tree)
        for keyword in call.keywords
        if keyword.arg == "markup"
    ]


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.stem)
def test_edges_take_content_only(module: Path) -> None:
    """Titles in borders are made with `text`, like everything else."""
    tree = ast.parse(module.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if not isinstance(node, ast.Assign):
            continue
        for target in node.targets:
            if isinstance(target, ast.Attribute) and target.attr in EDGES:
                assert isinstance(node.value, ast.Call)
                assert isinstance(node.value.func, ast.Name)
                assert node.value.func.id == "text"


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.stem)
def test_content_is_made_in_one_place(module: Path) -> None:
    """Only `content.py` makes content out of strings, so nothing passes by the cleaning."""
    tree = ast.parse(module.read_text(encoding="utf-8"))
    made = [name for name, _ in calls(tree) if name in {"Content", "styled", "assemble"}]
    assert not made or module.name == "content.py"
