"""Sealing what may not be read: one value of a fixed length, another each time.

Against curious eyes, not against attackers: whoever has this program can open the seal.
What stands in a file, or in a copy that somebody made of it, tells nobody anything.
"""

import binascii
import secrets
from base64 import b64decode, b64encode


def sealed(plain: bytes) -> str:
    """Return bytes under a random pad of their length, with the pad, as base64."""
    pad = secrets.token_bytes(len(plain))
    return b64encode(pad + _under(plain, pad)).decode("ascii")


def unsealed(value: str) -> bytes:
    """Return what was sealed; ValueError for what is no sealed value."""
    try:
        both = b64decode(value, validate=True)
    except binascii.Error as error:
        raise ValueError(str(error)) from error
    if len(both) % 2:
        raise ValueError("a pad of another length")
    half = len(both) // 2
    return _under(both[half:], both[:half])


def _under(data: bytes, pad: bytes) -> bytes:
    return bytes(one ^ other for one, other in zip(data, pad, strict=True))
