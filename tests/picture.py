"""The pictures in the README, made by the real program on its own example.

python -m tests.picture        rewrites tests/pictures/*.svg
"""

import asyncio
import html
import re
import tempfile
from itertools import cycle
from pathlib import Path

from peil.questionnaire.catalog import Catalog, shipped_folder
from peil.sitting import Sitting
from peil.sitting.demo import make_demo
from peil.store.settings import Settings
from peil.store.workspace import Workspace
from peil.tui.app import PeilApp
from peil.tui.run import make_app

FOLDER = Path(__file__).parent / "pictures"
SIZE = (100, 32)
KEYS = {"question": (), "results": ("r",), "plan": ("a",)}
"""Which keys lead from the question to each picture."""
VOTES = ("22222", "12244", "22333", "11113", "23232", "22222", "1?2??", "33333", "23222", "11224")
"""What a team votes for the picture of its agenda, over and over."""


def opened(data: Path, assessment: str) -> PeilApp:
    """Return the program with an assessment, as it is started."""
    workspace = Workspace(data)
    return make_app(
        workspace,
        Catalog([shipped_folder()], workspace.cache),
        assessment=assessment,
        language="en",
        settings=Settings(),
    )


async def pictures(data: Path, assessment: str) -> dict[str, str]:
    """Return the screens of an assessment as SVG, by name."""
    app = opened(data, assessment)
    taken = {}
    async with app.run_test(size=SIZE) as pilot:
        for name, keys in KEYS.items():
            await pilot.press(*keys)
            await pilot.pause(1)
            taken[name] = placed(without_fonts(app.export_screenshot(title="Peil")))
            await pilot.press(*("escape" for _ in keys))
    app.sitting.close()
    return taken


async def agenda(data: Path, assessment: str) -> str:
    """Return the agenda of a team that has voted, as SVG."""
    app = opened(data, assessment)
    async with app.run_test(size=SIZE) as pilot:
        app.open_page("agenda")
        await pilot.pause(1)
        picture = placed(without_fonts(app.export_screenshot(title="Peil")))
    app.sitting.close()
    return picture


def without_fonts(picture: str) -> str:
    """Return a picture that loads nothing from elsewhere: the reader's own font serves."""
    picture = re.sub(r"@font-face\s*\{[^}]*\}", "", picture)
    return re.sub(r"font-family: Fira Code, monospace", "font-family: monospace", picture)


CELL = 12.2
"""Width of one character in the picture."""
RUN = re.compile(
    r'<text class="([^"]+)" x="([^"]+)" y="([^"]+)" textLength="[^"]+" ([^>]+)>([^<]*)</text>'
)


def placed(picture: str) -> str:
    """Return a picture in which each run of words has a place of its own.

    Some viewers fold blanks, and then what stands after them moves.
    """

    def words(found: re.Match[str]) -> str:
        style, left, top, clip, inside = found.groups()
        text = html.unescape(inside).replace("\xa0", " ")
        return "".join(
            f'<text class="{style}" x="{float(left) + CELL * word.start():.1f}" y="{top}" '
            f'textLength="{CELL * len(word[0]):.1f}" {clip}>{html.escape(word[0])}</text>'
            for word in re.finditer(r"\S+(?: \S+)*", text)
        )

    return RUN.sub(words, picture)


def main() -> None:
    """Make the example in a folder of its own and take the pictures."""
    with tempfile.TemporaryDirectory() as folder:
        workspace = Workspace(Path(folder))
        sitting = make_demo(workspace, "en")
        sitting.close()
        found = asyncio.run(pictures(Path(folder), sitting.assessment.id))
        team = Sitting.open(workspace, sitting.assessment.id)
        team.set_meeting(voters=5)
        for question, votes in zip(team.to_vote_on, cycle(VOTES), strict=False):
            team.tally(question, votes)
        team.close()
        found["agenda"] = asyncio.run(agenda(Path(folder), sitting.assessment.id))
    for name, picture in found.items():
        (FOLDER / f"{name}.svg").write_text(picture + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
