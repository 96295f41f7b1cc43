"""A questionnaire's file changes or goes away: an assessment goes on with what it has frozen."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from peil.cli.main import run
from peil.questionnaire.catalog import Catalog
from peil.report.plan_json import plan_document
from peil.report.score_json import score_document
from peil.sitting import Sitting
from peil.sitting.begin import Wishes, begin
from peil.sitting.updating import newer
from peil.sitting.view import View
from peil.store.workspace import Workspace
from tests.sitting.bread import DUTCH, ENGLISH, edited, put

CHANGES: dict[str, Callable[[Path], object]] = {
    "a newer version": lambda own: put(
        own, bread_en=edited(ENGLISH, {"`cracks`": "`sings`", "cracks >=": "sings >="})
    ),
    "other words": lambda own: put(own, bread_en=ENGLISH.replace("silent", "dead quiet")),
    "errors": lambda own: put(own, bread_en=ENGLISH.replace("`listens`", "")),
    "no text": lambda own: (own / "bread.en.md").write_bytes(b"\x00\xff" * 100),
    "nothing in it": lambda own: put(own, bread_en="", bread_nl=""),
}
"""What an author, a sync tool or a mishap makes of the files."""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """Return a folder of one's own questionnaires, in a data folder without a cache."""
    return put(Workspace(tmp_path).questionnaires, bread_en=ENGLISH, bread_nl=DUTCH)


@pytest.fixture
def baker(own: Path) -> Iterator[Sitting]:
    """Yield an assessment of such a questionnaire, half answered and open for writing."""
    workspace = Workspace(own.parent)
    catalog = Catalog([own], workspace.cache)
    made = begin(workspace, catalog, Wishes("Baker", questionnaires=("bread",)), language="en")
    made.rate("bread/listens", 2)
    yield made
    made.close()


def _outcome(view: View) -> tuple[object, ...]:
    return (
        score_document(view),
        plan_document(view),
        view.walk.order,
        [view.items.question(name) for name in view.items.questions],
    )


def _goes_on(baker: Sitting, own: Path, spoil: Callable[[Path], object]) -> None:
    """Spoil the files under an open assessment, and look at everything that rests on them."""
    data = own.parent
    before = _outcome(baker)
    spoil(own)
    shutil.rmtree(data / "cache")
    afresh = View(baker.assessment)
    assert _outcome(afresh) == before
    baker.speak("nl")
    assert baker.items.question("bread/cracks").text == "Kraakt het?"
    baker.speak("en")
    baker.rate("bread/cracks", 2)
    assert baker.walk.next_after("bread/cracks") == "bread/listens"
    changed = _outcome(baker)
    baker.close()
    shutil.rmtree(data / "cache")
    again = Sitting.open(Workspace(data), "baker")
    try:
        assert again.notice is None
        assert _outcome(again) == changed
        assert again.answer("bread/cracks").level == 2
    finally:
        again.close()
    for command in ("score", "plan", "export"):
        assert run([command, "baker", "--data-dir", str(data)]) == 0


@pytest.mark.fault("questionnaire changed under an open assessment")
@pytest.mark.parametrize("change", CHANGES)
def test_a_questionnaire_that_changes_changes_no_assessment(
    baker: Sitting, own: Path, change: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Score, plan, walk and words stay those of the frozen version, now and when opened again."""
    _goes_on(baker, own, CHANGES[change])
    assert "Traceback" not in capsys.readouterr().err
    offered = newer(View.look(Workspace(own.parent), "baker"), Catalog([own], None))
    assert [update.to_version for update in offered] == [2] * (change == "a newer version")


@pytest.mark.fault("questionnaire deleted under an open assessment")
@pytest.mark.parametrize("what", ["files", "folder"])
def test_a_questionnaire_that_is_gone_takes_nothing_with_it(
    baker: Sitting, own: Path, what: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """The assessment holds its questionnaire itself; nothing newer is offered then."""

    def delete(folder: Path) -> None:
        if what == "folder":
            shutil.rmtree(folder)
        else:
            for file in folder.iterdir():
                file.unlink()

    _goes_on(baker, own, delete)
    assert "Traceback" not in capsys.readouterr().err
    assert newer(View.look(Workspace(own.parent), "baker"), Catalog([own], None)) == ()
