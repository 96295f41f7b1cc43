"""What many tests start from: a data folder of their own, and the questionnaires that ship."""

import compileall
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

import peil
from peil.questionnaire.catalog import Catalog, shipped_folder
from peil.sitting import Sitting
from peil.sitting.begin import Wishes, begin
from peil.store.workspace import Workspace
from tests.promises import FAULT, FAULTS, MARK, TRIED, Tally, counted, table

# No property may hang on how fast or how busy the machine is.
for profile, examples in (("peil", 25), ("long", 200)):
    settings.register_profile(
        profile,
        max_examples=examples,
        deadline=None,
        suppress_health_check=(HealthCheck.too_slow,),
    )
settings.load_profile("peil")


def pytest_xdist_auto_num_workers() -> int:
    """Return one process more than there are cores: many tests wait for a terminal."""
    return 1 + (os.cpu_count() or 1)


@pytest.fixture(scope="session", autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Give all tests a home of their own, in which none may write: no test finds a user's data."""
    folder = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as changed:
        changed.setenv("HOME", str(folder))
        changed.delenv("XDG_DATA_HOME", raising=False)
        yield
    assert not list(folder.rglob("peil")), "a test wrote into the usual data folder"


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


@pytest.fixture
def tally(record_property: Callable[[str, object], None]) -> Tally:
    """Return what counts attempts for the table at the end of the run."""

    def count(what: str, how_often: int) -> None:
        assert what in TRIED
        record_property(MARK + what, how_often)

    return count


@pytest.fixture
def long_run(request: pytest.FixtureRequest) -> bool:
    """Return whether loops shall run long: `pytest --long`."""
    return bool(request.config.getoption("--long"))


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let loops that try to break a promise run long."""
    parser.addoption("--long", action="store_true", help="run loops long: hundreds of kills")


def pytest_configure(config: pytest.Config) -> None:
    """Compile the program once, and let properties be tried more often in a long run.

    Hundreds of tests start it, and where nothing is written to `__pycache__` (some machines
    are set so) each of them would compile all of it.
    """
    if not hasattr(config, "workerinput"):
        compileall.compile_dir(Path(peil.__file__).parent, quiet=1)
    if config.getoption("--long"):
        settings.load_profile("long")


LONG_WALK = "long_walk"
"""Marks a walk through the real program that takes long; `.ci/run` takes these by themselves."""


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Let each test of a fault tell its name; leave long walks out unless they are asked for."""
    asked_for = config.getoption("--long") or LONG_WALK in config.getoption("markexpr")
    walks = [item for item in items if not asked_for and item.get_closest_marker(LONG_WALK)]
    if walks:
        config.hook.pytest_deselected(items=walks)
        items[:] = [item for item in items if item not in walks]
    for item in items:
        for marker in item.iter_markers("fault"):
            (name,) = marker.args
            assert name in FAULTS, f"{item.nodeid}: {name}"
            item.user_properties.append((FAULT + name, 1))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print how often each promise was tried, and held."""
    passed = terminalreporter.getreports("passed")
    counts = counted(report.user_properties for report in passed)
    if counts.total():
        terminalreporter.section("What Peil promises, tried and held")
        for line in table(counts):
            terminalreporter.write_line(line)
