"""Data folders for the tests of the screen."""

import shutil
from pathlib import Path

import pytest

from peil.questionnaire.catalog import Catalog, shipped_folder
from peil.sitting.begin import Wishes, begin
from peil.store.workspace import Workspace

BAKERY = "bakkerij-jansen"
"""Id of the assessment in the folders made here."""


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a data folder with a fresh assessment, its questionnaires parsed, once."""
    folder = tmp_path_factory.mktemp("prepared")
    workspace = Workspace(folder)
    catalog = Catalog([shipped_folder()], workspace.cache)
    wishes = Wishes("Bakkerij Jansen", people="team")
    for language in ("nl", "en"):
        sitting = begin(workspace, catalog, wishes, language=language)
        assert sitting.questionnaires
        sitting.close()
    workspace.delete("bakkerij-jansen-2")
    return folder


@pytest.fixture
def bakery(prepared: Path, tmp_path: Path) -> Path:
    """Return a data folder of its own with a fresh assessment."""
    folder = tmp_path / "data"
    shutil.copytree(prepared, folder)
    return folder


@pytest.fixture
def nothing(prepared: Path, tmp_path: Path) -> Path:
    """Return a data folder without any assessment, as at a first start."""
    folder = tmp_path / "data"
    shutil.copytree(prepared / "cache", folder / "cache")
    return folder
