"""Small questionnaire files for tests, and a cache that counts."""

from pathlib import Path

ENGLISH = """---
title: Bread
id: bread
version: 1
language: en
original: yes
scale: 1 to 2
---

# Bread

## Crust `crust`

- weight: 2

### Does it crack? `cracks`

- core: yes
- weight: 3
- source: a baker
- evidence: the sound

Listen well.

> **Why:** bread is sound.

1. It is silent.
2. It cracks.
   - to get here: Bake it hotter.
     - effort: 30m
     - role: baker
     - done when: you hear it
     - how: open the oven less
   - needs: butter/soft >= 2
"""
DUTCH = """---
title: Brood
id: bread
version: 1
language: nl
---

# Brood

## Korst `crust`

### Kraakt het? `cracks`

1. Het is stil.
2. Het kraakt.
   - to get here: Bak het heter.
     - done when: je hoort het
"""


class Memory:
    """A cache in memory, as `Cache` describes it."""

    def __init__(self) -> None:
        """Begin empty."""
        self.kept: dict[str, bytes] = {}

    def get(self, digest: str) -> bytes | None:
        """Return what was kept under a digest."""
        return self.kept.get(digest)

    def put(self, digest: str, data: bytes) -> None:
        """Keep data under a digest."""
        self.kept[digest] = data


def write(folder: Path, **texts: str) -> Path:
    """Write texts into a folder, `bread_nl` into `bread.nl.md`, and return the folder."""
    folder.mkdir(exist_ok=True)
    for name, text in texts.items():
        (folder / f"{name.replace('_', '.')}.md").write_text(text, encoding="utf-8")
    return folder
