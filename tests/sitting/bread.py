"""A small questionnaire as files, in two languages and any version."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

ENGLISH: Final = """---
title: Bread
id: bread
version: 1
language: en
original: yes
scale: 1 to 3
---

# Bread

## Crust `crust`

### Does it crack? `cracks`

- core: yes

1. It is silent.
2. It cracks now and then.
   - to get here: Bake it hotter.
3. It cracks every day.
   - to get here: Keep the oven closed.

### Who listens? `listens`

1. Nobody listens.
2. The baker listens.
   - to get here: Listen to one loaf.
3. Everybody listens.
   - to get here: Let everybody hear one loaf.
   - needs: cracks >= 2
"""
DUTCH: Final = """---
title: Brood
id: bread
version: 1
language: nl
---

# Brood

## Korst `crust`

### Kraakt het? `cracks`

1. Het is stil.
2. Het kraakt soms.
   - to get here: Bak het heter.
3. Het kraakt elke dag.
   - to get here: Houd de oven dicht.

### Wie luistert? `listens`

1. Niemand luistert.
2. De bakker luistert.
   - to get here: Luister naar een brood.
3. Iedereen luistert.
   - to get here: Laat iedereen een brood horen.
"""
BUTTER: Final = """---
title: Butter
id: butter
version: 1
language: en
scale: 1 to 2
---

# Butter

## Fat `fat`

### Is it soft? `soft`

- core: yes

1. It is hard.
2. It is soft.
   - to get here: Take it out in time.
   - needs: bread/listens >= 2
"""


def edited(text: str, changes: Mapping[str, str], version: int = 2) -> str:
    """Return a text with replacements, as another version; each replaces something."""
    for old, new in {"version: 1": f"version: {version}", **changes}.items():
        assert old in text, old
        text = text.replace(old, new)
    return text


def put(folder: Path, **texts: str) -> Path:
    """Write texts into a folder, `bread_nl` into `bread.nl.md`, and return the folder."""
    folder.mkdir(exist_ok=True)
    for name, text in texts.items():
        (folder / f"{name.replace('_', '.')}.md").write_text(text, encoding="utf-8")
    return folder


def put_newer(folder: Path, changes: Mapping[str, str], version: int = 2) -> None:
    """Put a newer version there in English, and in Dutch with the same words as before."""
    put(
        folder,
        bread_en=edited(ENGLISH, changes, version),
        bread_nl=DUTCH.replace("version: 1", f"version: {version}"),
    )
