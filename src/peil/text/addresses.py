"""Addresses that may be opened: those of the web and of mail, and nothing else ever.

Whoever wrote a text must not decide what happens on this computer. So only addresses
that begin with `http://`, `https://` or `mailto:` are found, and of these only plain
ones: no name or password before the host, no hidden letters, no backslash. What is
found is written so that a person sees where it leads: the host in lower case, letters
that only look like others as `xn--…`, everything else in the letters of English.
"""

import re
from collections.abc import Iterator
from urllib.parse import quote, urlsplit

from peil.text.clean import drawn, first_forbidden

ADDRESS_LIMIT = 500
"""Longest address that may be opened, in characters: more is not read before it is opened."""
ADDRESSES_LIMIT = 50
"""Most addresses that are looked for in one text."""

_CANDIDATE = re.compile(
    r"(?<![^\s(\[{<\"'“‘„«,;|])(?:https?://|mailto:)[^\s<>\"`|]+", re.IGNORECASE
)
_CLOSING = ".,;:!?'\"”’»…"
_PAIRS = {")": "(", "]": "[", "}": "{"}
_LABEL = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?")
_LAST_LABEL = re.compile(r"[a-z]{2,63}|xn--[a-z0-9-]{1,59}")
_MAILBOX = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._+-]{0,62}[A-Za-z0-9_+-])?")
_PORT = re.compile(r"(?::([0-9]{1,5}))?")
_KEPT = "%/?:@!$&'()*+,;=-._~[]"


def addresses(text: str) -> tuple[str, ...]:
    """Return the addresses in a text that may be opened, each once, in their order."""
    found: dict[str, None] = {}
    for candidate in _CANDIDATE.finditer(text):
        address = _plain(_without_closing(candidate.group()))
        if address is not None:
            found.setdefault(address)
        if len(found) == ADDRESSES_LIMIT:
            break
    return tuple(found)


def host_of(address: str) -> str:
    """Return the computer or, for mail, the domain that one of `addresses` leads to."""
    if address.startswith("mailto:"):
        return address.rpartition("@")[2]
    return urlsplit(address).hostname or ""


def _without_closing(candidate: str) -> str:
    """Return an address without the signs that end the sentence or close the bracket around it."""
    while candidate:
        last = candidate[-1]
        opens = _PAIRS.get(last)
        unpaired = opens is not None and candidate.count(last) > candidate.count(opens)
        if not (unpaired or last in _CLOSING):
            break
        candidate = candidate[:-1]
    return candidate


def _plain(candidate: str) -> str | None:
    """Return an address as it may be shown and opened; None for one that may not."""
    hides = first_forbidden(candidate) is not None or drawn(candidate) != candidate
    if hides or "\\" in candidate or len(candidate) > ADDRESS_LIMIT:
        return None
    scheme, _, rest = candidate.partition(":")
    address = _mail(rest) if scheme.lower() == "mailto" else _web(scheme.lower(), rest[2:])
    return address if address is not None and len(address) <= ADDRESS_LIMIT else None


def _web(scheme: str, rest: str) -> str | None:
    end = next((at for at, letter in enumerate(rest) if letter in "/?#"), len(rest))
    name, colon, port = rest[:end].partition(":")
    host = _host(name)
    if host is None or not _PORT.fullmatch(colon + port) or not 0 < int(port or 1) < 65536:
        return None
    path, number_sign, fragment = rest[end:].partition("#")
    return f"{scheme}://{host}{colon}{port}" + "".join(
        (quote(path, _KEPT), number_sign, quote(fragment, _KEPT))
    )


def _mail(rest: str) -> str | None:
    """Return the address of one mailbox; what a mail would say is left to its writer."""
    mailbox, _, domain = rest.partition("?")[0].rpartition("@")
    host = _host(domain)
    if host is None or not _MAILBOX.fullmatch(mailbox) or ".." in mailbox:
        return None
    return f"mailto:{mailbox}@{host}"


def _host(name: str) -> str | None:
    """Return a host's name in the letters of English; None for what is no name of the internet."""
    try:
        plain = name.encode("idna").decode("ascii").lower()
    except UnicodeError:
        return None
    labels = list(_labels(plain))
    if len(labels) < 2 or None in labels or not _LAST_LABEL.fullmatch(labels[-1] or ""):
        return None
    return plain


def _labels(host: str) -> Iterator[str | None]:
    for label in host.split("."):
        yield label if _LABEL.fullmatch(label) else None
