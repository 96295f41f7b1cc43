"""An edited list as text, whatever program wrote its letters."""

import codecs


def text_of(data: bytes) -> str:
    """Return the text of a list; also as other programs write it, with marks of their own."""
    for mark_of, encoding in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if data.startswith(mark_of):
            return data.decode(encoding, "replace")
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")
