"""Whether this Peil can use the questionnaires that are frozen inside assessments."""

from peil.assessment.model import Assessment, Source
from peil.errors import QuestionnaireInvalid
from peil.questionnaire.loading import Cache, digest_of, load_frozen
from peil.questionnaire.model import Questionnaire
from peil.questionnaire.together import circle_across
from peil.text.languages import LANGUAGES


class Remembering:
    """A cache that reads from another and puts what is new in memory only."""

    def __init__(self, cache: Cache) -> None:
        """Read from `cache`, and never write there."""
        self._cache = cache
        self._kept: dict[str, bytes] = {}

    def get(self, digest: str) -> bytes | None:
        """Return what was kept under a digest, or None."""
        return self._kept.get(digest) or self._cache.get(digest)

    def put(self, digest: str, data: bytes) -> None:
        """Keep data under a digest until the program ends."""
        self._kept[digest] = data


class Frozen:
    """Reads each questionnaire once, however many assessments have it."""

    def __init__(self, cache: Cache) -> None:
        """Look for parsed forms in `cache`."""
        self._cache = cache
        self._known: dict[str, Questionnaire | None] = {}

    def unreadable(self, assessment: Assessment) -> str | None:
        """Return the id of the first questionnaire that cannot be used; None without any."""
        found: list[Questionnaire] = []
        for source in assessment.sources:
            questionnaire = self._read(source)
            if questionnaire is None:
                return source.id
            found.append(questionnaire)
        return circle_across(found).partition("/")[0] or None

    def _read(self, source: Source) -> Questionnaire | None:
        digest = digest_of("examine", "", source.texts)
        if digest not in self._known:
            self._known[digest] = self._loaded(source)
        return self._known[digest]

    def _loaded(self, source: Source) -> Questionnaire | None:
        """Return a questionnaire that is read in each language that Peil speaks."""
        try:
            found, *_ = (load_frozen(source.texts, name, self._cache) for name in LANGUAGES)
        except QuestionnaireInvalid:
            return None
        return found
