"""Which addresses may be opened, and that nothing else ever is."""

import re
from urllib.parse import urlsplit

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from peil.text.addresses import ADDRESS_LIMIT, ADDRESSES_LIMIT, addresses, host_of
from tests import hostile
from tests.promises import Tally

REFUSED = (
    "javascript:alert(1)",
    "JavaScript:alert(1)//http://good.example",
    "java\tscript:alert(1)",
    "vbscript:msgbox(1)",
    "data:text/html,<script>alert(1)</script>",
    "data:text/html;base64,PHNjcmlwdD4=",
    "file:///etc/passwd",
    "file://good.example/share",
    "FILE:///etc/passwd",
    "ftp://good.example/x",
    "sftp://good.example",
    "ssh://-oProxyCommand=calc/x",
    "telnet://good.example",
    "gopher://good.example:70/x",
    "ws://good.example",
    "blob:https://good.example/x",
    "view-source:https://good.example",
    "jar:https://good.example!/x",
    "about:config",
    "chrome://settings",
    "ms-settings:privacy",
    "search-ms:query=x",
    "intent://good.example#Intent;end",
    "tel:0900",
    "sms:0900",
    "steam://run/1",
    "x-apple.systempreferences:x",
    "//good.example/x",
    "www.good.example",
    "good.example",
    "https:good.example",
    "https:/good.example",
    "https:\\\\good.example",
    "http:///good.example",
    "http://",
    "http://.",
    "http://..",
    "http://good",
    "http://localhost:8080/x",
    "http://127.0.0.1/x",
    "http://2130706433/",
    "http://0x7f.1/",
    "http://[::1]/",
    "http://[good.example]/",
    "http://user@good.example",
    "http://user:password@good.example",
    "https://good.example@evil.example/x",
    "https://good.example:443@evil.example/x",
    "https://good.example%2f@evil.example/x",
    "https://good.example\\@evil.example/x",
    "https://good.example\\evil",
    "https://good.example:port/",
    "https://good.example:0/",
    "https://good.example:65536/",
    "https://good.example:٨٠/",
    "https://good.example:-1/",
    "https://good%2eexample/x",
    "https://-good.example/x",
    "https://good-.example/x",
    "https://go_od.example/x",
    "https://good..example/x",
    "https://good.ex ample/x".replace(" ", "\u200b"),
    "https://good.example/\u202egnp.exe",
    "https://good.\u2066example/x",
    "https://good.example/\x1b]0;x\x07",
    "https://good.exa\x00mple/",
    "https://good.example/\x9b31m",
    "https://good.example/\ufeffx",
    "https://good.example/\U000e0041",
    "https://good.example/a\u200db",
    "https://" + "a" * 64 + ".example/",
    "https://good.example/" + "a" * ADDRESS_LIMIT,
    "ｈttps://good.example",
    "hxxps://good.example",
    "mailto:",
    "mailto:@good.example",
    "mailto:info",
    "mailto:info@",
    "mailto:info@good",
    "mailto:a@b@good.example",
    "mailto:info%40evil.example@good.example",
    "mailto:-oQ/tmp@good.example",
    "mailto:a,b@good.example",
    "mailto:a;b@good.example",
    "mailto:a..b@good.example",
    'mailto:"a b"@good.example',
    "mailto:a\r\nBcc:b@good.example".replace("\r\n", "\x0b"),
    "mailto://info@good.example",
    "MAILTO:info\u202e@good.example",
    "--new-window",
    "-https://good.example",
    "--url=https://good.example",
    "url=https://good.example",
    "xhttps://good.example",
    "http+https://good.example",
    "http.https://good.example",
    "C:\\Windows\\https://good.example",
    "\\\\server\\share",
)
"""What looks like an address and is none that may be opened."""


def test_nothing_else_is_ever_opened(tally: Tally) -> None:
    """No other scheme, no credentials, no hidden letters, no name that is none."""
    for each in REFUSED:
        assert addresses(each) == (), each
        assert addresses(f"see {each}") == (), each
    tally("hostile strings", 2 * len(REFUSED))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("https://example.org", "https://example.org"),
        ("see http://example.org/a?b=c&d=e#f, please", "http://example.org/a?b=c&d=e#f"),
        ("(https://example.org/a_(b))", "https://example.org/a_(b)"),
        ("<https://example.org>", "https://example.org"),
        ("“https://example.org/”.", "https://example.org/"),
        ("HTTPS://Example.ORG/Path", "https://example.org/Path"),
        ("https://example.org:8443/x", "https://example.org:8443/x"),
        ("https://example.org/één", "https://example.org/%C3%A9%C3%A9n"),
        ("https://example.org/a%20b", "https://example.org/a%20b"),
        ('https://example.org/?q="x', "https://example.org/?q="),
        ("https://example.org/a#b#c", "https://example.org/a#b%23c"),
        ("https://example.org?a@b", "https://example.org?a@b"),
        ("https://café.example/x", "https://xn--caf-dma.example/x"),
        ("https://аррӏе.com", "https://xn--80ak6aa92e.com"),
        ("https://good。example/x", "https://good.example/x"),
        ("https://ⓖood.example", "https://good.example"),
        ("mailto:info@example.org", "mailto:info@example.org"),
        (
            "mail to mailto:a.b+c@Example.org?subject=x&attach=/etc/passwd",
            "mailto:a.b+c@example.org",
        ),
    ],
)
def test_addresses_are_found_and_made_plain(text: str, found: str) -> None:
    """Punctuation around them stays outside, and the host is what it really is."""
    assert addresses(text) == (found,)
    assert addresses(found) == (found,)


def test_each_is_found_once_and_in_order() -> None:
    """Several in one text, over several lines."""
    text = "https://b.example\nhttps://a.example, https://b.example; mailto:c@d.example"
    assert addresses(text) == ("https://b.example", "https://a.example", "mailto:c@d.example")


def test_there_is_a_limit_to_them() -> None:
    """A text full of them is no list that anybody reads."""
    text = " ".join(f"https://a{number}.example" for number in range(500))
    assert len(addresses(text)) == ADDRESSES_LIMIT


def test_the_host_is_told() -> None:
    """For whoever wants to know where it leads."""
    assert host_of("https://example.org:8443/x@y") == "example.org"
    assert host_of("mailto:info@example.org") == "example.org"


SCHEMES = ("http://", "https://", "mailto:", "javascript:", "HTTP://", "//", "")
PIECES = st.sampled_from(
    (
        *("good", ".", "example", "com", "@", ":", "/", "\\", "80", "#", "?", "%2f", "[", "]"),
        *("-", "é", "а", "\u202e", "\u200d", "\x1b", "\x07", "\n", " ", "xn--", "=", "&", "'"),
        *("(", ")", ","),
    )
)


@given(st.sampled_from(SCHEMES), st.lists(PIECES, max_size=12).map("".join))
@example("https://", "good.example/'(good")
def test_whatever_is_found_is_plain(scheme: str, rest: str) -> None:
    """Letters of English only, a host with a dot, nothing before it, and found again as it is."""
    for address in addresses(scheme + rest):
        assert re.fullmatch(r"(?:https?://|mailto:)[!-~]+", address)
        assert "\\" not in address
        parts = urlsplit(address)
        assert parts.scheme in ("http", "https", "mailto")
        assert parts.username is None
        assert parts.password is None
        assert "." in host_of(address)
        assert address in addresses(address)


def test_hostile_texts_hold_no_address_but_plain_ones(tally: Tally) -> None:
    """Of all texts made to do harm only what stands in them as a plain address is found."""
    found = {address for text in hostile.ALL.values() for address in addresses(text)}
    assert found <= {"http://hacked.example"}
    tally("hostile strings", len(hostile.ALL))
