"""`NAME=VALUE` on the command line."""

from peil.errors import WrongUse
from peil.text.languages import mark


def split_pair(pair: str) -> tuple[str, str]:
    """Return the two sides of `NAME=VALUE`; WrongUse without both."""
    name, equals, value = pair.partition("=")
    if not (name and equals and value):
        raise WrongUse(
            mark("{pair} is not of the form NAME=VALUE, without spaces around the =."), pair=pair
        )
    return name.strip(), value.strip()
