"""Whether this Peil can read the questionnaires that are frozen inside assessments."""

from peil.assessment.model import Assessment, Source
from peil.errors import PeilError
from peil.questionnaire.loading import Cache, digest_of, load
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
        self._known: dict[str, bool] = {}

    def unreadable(self, assessment: Assessment) -> str | None:
        """Return the id of the first questionnaire that cannot be read; None without any."""
        return next((each.id for each in assessment.sources if not self._reads(each)), None)

    def _reads(self, source: Source) -> bool:
        digest = digest_of("examine", "", source.texts)
        if digest not in self._known:
            self._known[digest] = self._loads(source)
        return self._known[digest]

    def _loads(self, source: Source) -> bool:
        try:
            for language in LANGUAGES:
                load(source.texts, language, self._cache)
        except PeilError:
            return False
        return True
