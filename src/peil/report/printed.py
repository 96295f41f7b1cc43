"""A page to print: Peil's own Markdown as HTML that fetches nothing and runs nothing.

A heading of the first level begins a new page, a rule is a line to cut along, and a table
in which every cell holds a single sign is a sheet of cards.
"""

import re
from base64 import b64encode
from collections.abc import Sequence
from hashlib import sha256
from html import escape
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.token import Token

STYLE: Final = """
@page { size: A4; margin: 16mm 18mm; }
* { box-sizing: border-box; }
body { font: 11pt/1.45 system-ui, -apple-system, "Segoe UI", sans-serif; color: #111;
  max-width: 174mm; margin: 0 auto; padding: 8mm 0; overflow-wrap: anywhere; }
h1 { font-size: 20pt; margin: 0 0 6mm; line-height: 1.2; }
h1:not(:first-of-type) { break-before: page; padding-top: 4mm; }
h2 { font-size: 14pt; margin: 8mm 0 2mm; }
h3 { font-size: 11.5pt; margin: 5mm 0 1mm; }
h1, h2, h3 { break-after: avoid; }
p, ul, ol { margin: 0 0 3mm; }
ul, ol { padding-left: 6mm; }
li, tr, blockquote { break-inside: avoid; }
li { margin: 0 0 1mm; }
blockquote { margin: 2mm 0 4mm; padding: 2mm 5mm; border-left: 1mm solid #0a6d7a;
  font-size: 13pt; }
table { width: 100%; border-collapse: collapse; margin: 0 0 4mm; break-inside: avoid; }
th, td { border: 0.3mm solid #888; padding: 0.6mm 2.5mm; text-align: left;
  vertical-align: top; line-height: 1.2; }
th { font-weight: 600; background: #eee; }
hr { border: 0; border-top: 0.4mm dashed #555; margin: 4mm 0; }
.right { text-align: right; }
.center { text-align: center; white-space: nowrap; }
.cards th, .cards td { height: 70mm; width: 50%; font-size: 90pt; font-weight: 700;
  text-align: center; vertical-align: middle; border: 0.4mm dashed #555; background: none; }
@media print { body { padding: 0; max-width: none; } h1:not(:first-of-type) { padding: 0; } }
"""
"""How a page looks; named by its digest, so that no other style counts."""
_DIGEST: Final = b64encode(sha256(STYLE.encode()).digest()).decode()
_POLICY: Final = (
    f"default-src 'none'; style-src 'sha256-{_DIGEST}'; base-uri 'none'; form-action 'none'"
)
_ALIGNED: Final = re.compile(r"text-align:(right|center|left)")


def printed_page(title: str, markdown: str, language: str) -> str:
    """Return Markdown as a whole HTML page with a title, in a language such as `nl`.

    HTML in it stays text, and whatever it holds, the page loads nothing from elsewhere.
    """
    reader = MarkdownIt("commonmark", {"html": False}).enable("table").disable("image")
    tokens = reader.parse(markdown)
    _dress(tokens)
    body = reader.renderer.render(tokens, reader.options, {})
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(language)}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{escape(_POLICY)}">\n'
        '<meta name="referrer" content="no-referrer">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n"
        f"{body}</body>\n</html>\n"
    )


def _dress(tokens: Sequence[Token]) -> None:
    """Give cells a class in place of a style, which the policy forbids, and cards theirs."""
    table: Token | None = None
    is_cards = False
    for token in tokens:
        aligned = _ALIGNED.fullmatch(str(token.attrs.pop("style", "")))
        if aligned and aligned[1] != "left":
            token.attrSet("class", aligned[1])
        if token.type == "table_open":
            table, is_cards = token, True
        elif token.type == "inline" and table is not None:
            is_cards = is_cards and len(token.content) <= 1
        elif token.type == "table_close" and table is not None:
            if is_cards:
                table.attrSet("class", "cards")
            table = None
