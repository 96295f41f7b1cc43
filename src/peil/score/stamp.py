"""The stamp: a digest by which anyone can prove that two results were computed alike."""

from hashlib import sha256
from typing import Final

import msgspec

from peil.assessment.model import Assessment

RULES_VERSION: Final = 1
"""Version of the scoring rules: raised whenever the same answers would score otherwise."""


def stamp(assessment: Assessment) -> str:
    """Return the SHA-256, in hexadecimal, over everything that the scores follow from.

    That is canonical JSON (sorted keys, no white space, UTF-8) of the version of the
    rules, the questionnaires' sources, profile, targets, importances, and the state
    and level of each answer. Notes, evidence, reasons and times are left out: they
    change no score.
    """
    canonical = {
        "answers": {
            question: {"level": answer.level, "state": answer.state}
            for question, answer in assessment.answers.items()
            if answer.state is not None
        },
        "importances": assessment.importances,
        "profile": assessment.profile,
        "rules": RULES_VERSION,
        "sources": assessment.sources,
        "targets": assessment.targets,
    }
    return sha256(msgspec.json.encode(canonical, order="sorted")).hexdigest()
