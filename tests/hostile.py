"""Texts that somebody could write to do harm: to a terminal, to a screen, to an export.

`PAYLOADS` hold the marker in every sequence, so that whoever looks at what came out can
tell a text that was shown from a sequence that was obeyed.
"""

from typing import Final

MARKER: Final = "HACKED"
"""Stands inside every sequence: a title, a clipboard, a link that is called so was set."""

PAYLOADS: Final[dict[str, str]] = {
    "colour": "\x1b[31;5mHACKED\x1b[0m",
    "colour in eight bits": "\x9b31mHACKED",
    "title": "\x1b]0;HACKED\x07",
    "title with another end": "\x1b]2;HACKED\x1b\\",
    "title in eight bits": "\x9d0;HACKED\x9c",
    "title without an end": "\x1b]0;HACKED",
    "clipboard": "\x1b]52;c;SEFDS0VE\x07",
    "link": "\x1b]8;;http://HACKED.example\x07here\x1b]8;;\x07",
    "device string": "\x1bP$qHACKED\x1b\\",
    "device string in eight bits": "\x90HACKED\x9c",
    "start of string": "\x1bXHACKED\x1b\\",
    "privacy message": "\x1b^HACKED\x1b\\",
    "application command": "\x1b_GHACKED\x1b\\",
    "cursor report": "\x1b[6n",
    "device attributes": "\x1b[c\x1b[>c\x1b[=c",
    "other screen": "\x1b[?1049l\x1b[2J\x1b[H",
    "mouse and paste": "\x1b[?1000h\x1b[?2004l",
    "reset": "\x1bc",
    "charset": "\x1b(0\x0e",
    "title report": "\x1b[21t",
    "keys typed": '\x1b[0;59;"rm -rf HACKED"p',
    "bell": "\x07\x07",
    "backspaces": "good\x08\x08\x08\x08HACKED",
    "carriage return": "good\rHACKED",
    "nested": "\x1b\x1b[31m[31mHACKED\x1b[\x1b]0;HACKED\x07",
    "lone escape": "\x1b",
    "null": "\x00HACKED\x7f",
    "reading direction": "\u202eDEKCAH\u202c\u2066\u061c\u200f",
    "tag characters": "\U000e0001" + "".join(chr(0xE0000 + ord(each)) for each in "HACKED"),
    "byte-order mark": "\ufeff\ufff9\ufffaHACKED\ufffb",
    "separators": "HACKED\u2028HACKED\u2029\x85\x0b\x0cHACKED",
    "half a pair": "\ud83dHACKED\udc00",
}
"""Texts with something that `clean` must take out."""

MARKUP: Final[dict[str, str]] = {
    "closing tag": "[/oops]",
    "action": "[@click=app.bell]x[/]",
    "action that quits": "[@click=app.quit]x[/]",
    "markup link": "[link=http://HACKED.example]x[/link]",
    "unknown colour": "[nonesuch on #zzz]x",
    "open bracket": "[[[ [bold",
    "template": "{0} {name} {__class__} %s %(x)s $x `x`",
    "backslash": "\\[/x]\\\\[",
    "html": "<script>alert(1)</script><img src=x onerror=alert(1)>&#27;&#8238;&lt;",
    "end of a comment": "--> <b>x</b> <!-- --!>",
    "markdown": "# x\n===\n- [ ] **A99** x\n```\n~~~\n[x](http://HACKED.example) ![x](y) <http://z>",
    "setext": "---",
    "formula": '=HYPERLINK("http://HACKED.example")',
    "formulas": "+1-1@SUM(A1)\t|calc",
    "option": "--help",
    "path": "../../../../etc/passwd",
    "front matter": "---\ntitle: x\n---",
}
"""Texts that are printable, and would mean something where markup is read."""

SHAPES: Final[dict[str, str]] = {
    "long word": "W" * 5_000,
    "long wide word": "世" * 3_000,
    "marks piled up": "Z" + "\u0336\u035b\u0489" * 1_000,
    "family": "👨\u200d👩\u200d👧" * 200,
    "tints": "\U0001f3fd" * 300 + "👍\U0001f3fd",
    "flags": "🇳🇱" * 200,
    "hearts": "❤\ufe0f" * 200,
    "right to left": "שלום عليكم " * 100,
    "nothing to see": "\u200b\u2060\u00ad" * 500,
    "empty lines": "\n" * 10_000 + "x",
    "tabs": "\t" * 500 + "x",
    "spaces": " " * 5_000 + "x",
    "unknown letters": "\U0001f6d9\u05c8" * 100,
    "words": "word " * 3_900,
}
"""Texts whose size or width is the trouble."""

ALL: Final[dict[str, str]] = {**PAYLOADS, **MARKUP, **SHAPES}
"""Every one of them by its name."""
