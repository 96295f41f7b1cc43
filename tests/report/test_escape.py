"""Any text as text: what is exported is read back as exactly what it was."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from peil.report.escape import escaped, unescaped
from peil.text.clean import clean_line

MARKDOWN = MarkdownIt("gfm-like", {"linkify": False})
"""GitHub's own, apart from addresses, which a test of their own looks at."""


def shown(tokens: list[Token]) -> list[str]:
    """Return the text of each inline run as a reader sees it."""
    return [
        "".join(child.content for child in token.children or [])
        for token in tokens
        if token.type == "inline"
    ]


ANY = st.text(
    st.one_of(
        st.characters(exclude_categories=["Cs"]),
        st.sampled_from("*_`[]()<>#-+!|~\\&;:.@123 \t"),
    ),
    max_size=40,
)


@given(ANY)
@example("<script>alert(1)</script>")
@example("&amp; &#60;b&#62;")
@example("1. not a list")
@example("1) not a list either")
@example("- [ ] **A07** forged")
@example("a # b ##")
@example("![x](http://evil)")
@example("~~gone~~ ~sub~")
@example("\\*")
@example("***")
@example("+")
@example("===")
@example("| a | b |")
def test_any_text_in_a_bullet_is_read_as_that_text(text: str) -> None:
    """A value in the list's own bullet comes back unchanged, in one item, with no mark-up."""
    line = clean_line(text)
    source = f"- [ ] **A01** title\n  - owner: {escaped(text)}\n"
    tokens = MARKDOWN.parse(source)
    assert shown(tokens)[-1] == f"owner: {line}".rstrip()
    assert sum(token.type == "list_item_open" for token in tokens) == 2
    kinds = {child.type for token in tokens[-8:] for child in token.children or []}
    assert kinds <= {"text", "text_special"}


@given(ANY)
@example("Title #")
@example("# #")
def test_any_text_in_a_heading_or_alone_is_read_as_that_text(text: str) -> None:
    """A title in a heading, and a paragraph that begins with foreign text, stay what they are."""
    line = clean_line(text)
    if not line:
        return
    heading, alone = MARKDOWN.parse(f"# Title – {escaped(text)}\n\n{escaped(text)}\n")[1:5:3]
    assert shown([heading]) == [f"Title – {line}"]
    assert shown([alone]) == [line]


@pytest.mark.parametrize(
    "text", ["see http://evil.example now", "www.evil.example", "HTTPS://x.example", "ftp://x.y"]
)
def test_addresses_do_not_become_links_by_themselves(text: str) -> None:
    """An address in a note is shown, not linked."""
    linking = MarkdownIt("gfm-like", {"linkify": True})
    (inline,) = [token for token in linking.parse(escaped(text)) if token.type == "inline"]
    assert shown([inline]) == [text]
    assert not any(child.type == "link_open" for child in inline.children or [])


@given(ANY)
@example("\\&amp;\\")
@example("&amp; &#60;b&#62; \\* 1. http://x.example")
def test_what_was_escaped_comes_back(text: str) -> None:
    """For any text, exactly; and a text that was never escaped is no error."""
    assert unescaped(escaped(text)) == clean_line(text, len(text))
    assert isinstance(unescaped(text), str)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Jan &amp; Piet", "Jan & Piet"),
        ("&lt;b&gt; &quot;x&quot; &#39;y&#x27;", "<b> \"x\" 'y'"),
        ("a&nbsp;b\u00a0c", "a b c"),
        ("x&#27;[31my", "x[31my"),
        ("R&D; AT&T", "R&D; AT&T"),
        ("\\[ \\] \\a C:\\x", "[ ] \\a C:\\x"),
    ],
)
def test_what_people_and_editors_write_is_read(written: str, meant: str) -> None:
    """Entities and escapes; nothing that drives a terminal comes out of either."""
    assert unescaped(written) == meant
