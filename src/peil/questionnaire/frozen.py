"""A questionnaire that was frozen by somebody else, tried in every language at once."""

from collections.abc import Mapping

from peil.questionnaire.loading import Cache, digest_of, keep, recall
from peil.questionnaire.model import Questionnaire
from peil.questionnaire.problems import Problem

USE = "load"
"""For which use `loading.load` keeps the parsed form: what is tried here is read there."""


class NotReadable(ValueError):
    """The texts make no questionnaire."""

    def __init__(self, problem: Problem | None) -> None:
        """Keep the first error, if that is what is wrong."""
        super().__init__(problem.code if problem else "")
        self.problem = problem
        """The first error; None where there is no text at all."""


def load_all(texts: Mapping[str, str], cache: Cache | None) -> dict[str, Questionnaire]:
    """Return a questionnaire in each language of its Markdown; raises NotReadable.

    Each text is parsed once at most, however many languages there are.
    """
    digests = {language: digest_of(USE, language, texts) for language in texts}
    kept = {name: recall(cache, digest, Questionnaire) for name, digest in digests.items()}
    found = {name: model for name, model in kept.items() if model is not None}
    if len(found) < len(texts) or not texts:
        found = _parsed(texts)
        for name, model in found.items():
            keep(cache, digests[name], model)
    return found


def _parsed(texts: Mapping[str, str]) -> dict[str, Questionnaire]:
    # Only a text that is new needs the parser.
    from peil.questionnaire.groups import group_of

    group = group_of(texts)
    models = group.questionnaires()
    if not models:
        errors = (problem for problem in group.problems if problem.severity == "error")
        raise NotReadable(next(errors, None))
    return dict(zip(texts, models, strict=True))
