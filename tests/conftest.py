"""What many tests start from: a data folder of their own, and the questionnaires that ship."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from peil.questionnaire.catalog import Catalog, shipped_folder
from peil.sitting import Sitting
from peil.sitting.begin import Wishes, begin
from peil.store.workspace import Workspace

# No property may hang on how fast or how busy the machine is.
settings.register_profile(
    "peil", max_examples=40, deadline=None, suppress_health_check=(HealthCheck.too_slow,)
)
settings.load_profile("peil")


@pytest.fixture(scope="session")
def parsed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a cache folder in which the shipped questionnaires are parsed once for all tests."""
    return tmp_path_factory.mktemp("parsed")


@pytest.fixture
def workspace(tmp_path: Path, parsed: Path) -> Workspace:
    """Return an empty data folder."""
    folder = tmp_path / "data"
    folder.mkdir(mode=0o700)
    (folder / "cache").symlink_to(parsed)
    return Workspace(folder)


@pytest.fixture
def catalog(workspace: Workspace) -> Catalog:
    """Return the questionnaires that ship."""
    return Catalog([shipped_folder()], workspace.cache)


@pytest.fixture
def sitting(workspace: Workspace, catalog: Catalog) -> Iterator[Sitting]:
    """Yield a team's new assessment in English, open for writing."""
    made = begin(workspace, catalog, Wishes("Bakery Jansen", people="team"), language="en")
    yield made
    made.close()
