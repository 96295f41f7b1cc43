"""Why a question does not apply, as most people mean it."""

from typing import Final

from peil.text.languages import mark

REASONS: Final = (
    mark("Somebody else does this for us (agency, franchise, association)"),
    mark("We have no such thing, and it does not belong to our work"),
)
"""The reasons that most people mean; any other is in their own words."""
