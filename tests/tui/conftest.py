"""Data folders for the tests of the screen."""

import shutil
from pathlib import Path

import pytest

from peil.questionnaire.catalog import Catalog, shipped_folder
from peil.sitting.begin import Wishes, begin
from peil.store.workspace import Workspace

LONG_AGO = "2020-02-03T04:05:06Z"
"""When they were made, so that what a test changes is the latest."""
BAKERY = "bakkerij-jansen"
"""Id of the assessment with the questionnaires that ship."""
SHOP = "the-shop"
"""Id of the assessment with the small questionnaire of `sample`."""
SAMPLE = Path(__file__).parent / "sample" / "shop.en.md"
"""Two topics, three questions: the second is asked in teams and has the first as its twin."""


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a data folder with both assessments, their questionnaires parsed, once."""
    folder = tmp_path_factory.mktemp("prepared")
    workspace = Workspace(folder)
    catalog = Catalog([shipped_folder()], workspace.cache)
    wishes = (
        Wishes("Bakkerij Jansen", people="team"),
        Wishes("The shop", people="team", questionnaires=(str(SAMPLE),)),
    )
    for wish in wishes:
        sitting = begin(workspace, catalog, wish, language="en", now=lambda: LONG_AGO)
        for language in ("nl", "en"):
            sitting.speak(language)
            assert sitting.questionnaires
        sitting.close()
    return folder


@pytest.fixture
def bakery(prepared: Path, tmp_path: Path) -> Path:
    """Return a data folder with both assessments, untouched."""
    folder = tmp_path / "data"
    shutil.copytree(prepared, folder)
    return folder


@pytest.fixture
def shop(bakery: Path) -> Path:
    """Return a data folder with the small assessment alone, untouched."""
    (bakery / "assessments" / f"{BAKERY}.json").unlink()
    shutil.rmtree(bakery / "backups" / BAKERY, ignore_errors=True)
    return bakery


@pytest.fixture
def nothing(bakery: Path) -> Path:
    """Return a data folder without any assessment, as at a first start."""
    shutil.rmtree(bakery / "assessments")
    shutil.rmtree(bakery / "backups", ignore_errors=True)
    return bakery
