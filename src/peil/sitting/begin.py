"""A new assessment: its questionnaires found, checked together and frozen."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from peil.assessment.model import Assessment, Audience, People, Source
from peil.errors import PeilError, QuestionnaireInvalid
from peil.questionnaire.catalog import Cache, Catalog, load
from peil.questionnaire.model import Questionnaire
from peil.questionnaire.together import circle_across
from peil.sitting import adjusting
from peil.sitting.changing import timestamp
from peil.sitting.sitting import Sitting
from peil.sitting.summary import summarise
from peil.store.workspace import Workspace
from peil.text.languages import mark

DEFAULT_QUESTIONNAIRES = ("iceberg", "community-maturity")
"""What a new assessment walks through unless told otherwise, in this order."""

COMMAND_NAMES = (
    *("demo", "new", "set", "import", "delete", "list", "ask", "answer", "score", "plan"),
    *("action", "vote", "runsheet", "minutes", "export", "readback", "checkpoint", "compare"),
    *("questionnaire", "check", "backups", "help"),
)
"""Words that `peil WORD` reads as a command, now or in a later version: no id may be one."""


class Wishes(NamedTuple):
    """What is known of a new assessment before its first question."""

    title: str
    people: People = "solo"
    audience: Audience = "both"
    hours: float = 3.0
    goals: tuple[str, ...] = ()
    questionnaires: tuple[str, ...] = DEFAULT_QUESTIONNAIRES
    """Ids from the catalog, or paths of Markdown files."""


def begin(
    workspace: Workspace,
    catalog: Catalog,
    wishes: Wishes,
    *,
    language: str,
    demo: bool = False,
    on_save: Callable[[], None] = lambda: None,
    now: Callable[[], str] = timestamp,
) -> Sitting:
    """Make an assessment and sit down with it; its id is a slug of the title.

    `demo` marks the example firm. PeilError when a part of it cannot be; then nothing was
    made.
    """
    title = adjusting.checked_title(wishes.title)
    profile = adjusting.checked_profile(wishes.people, wishes.audience, wishes.hours, wishes.goals)
    time = now()
    assessment = Assessment(
        id=workspace.free_id(title, COMMAND_NAMES),
        title=title,
        created=time,
        changed=time,
        language=language,
        sources=frozen_sources(catalog, workspace.cache, wishes.questionnaires, language),
        profile=profile,
        demo=demo,
    )
    sitting = Sitting(assessment, language=language, cache=workspace.cache, now=now)
    sitting.file = workspace.create(assessment, summarise(sitting), on_save)
    return sitting


def add_questionnaire(sitting: Sitting, catalog: Catalog, wanted: str) -> None:
    """Add one more questionnaire to an open assessment, frozen as it is now.

    PeilError for an unknown one or one that is there already; QuestionnaireInvalid for
    one with errors, or one that forms a circle of needs with the others.
    """
    sitting.add_sources(
        frozen_sources(catalog, None, (wanted,), sitting.language, beside=sitting.questionnaires)
    )


def frozen_sources(
    catalog: Catalog,
    cache: Cache | None,
    wanted: Sequence[str],
    language: str,
    beside: Sequence[Questionnaire] = (),
) -> tuple[Source, ...]:
    """Return the questionnaires as they are frozen into an assessment that holds `beside`."""
    sources: list[Source] = []
    models = list(beside)
    for name in wanted:
        texts = catalog.texts_wanted(name)
        model = load(texts, language, cache)
        if any(model.id == other.id for other in models):
            raise PeilError(
                mark("The questionnaire {id} is there already: leave one of the two out."),
                id=model.id,
            )
        sources.append(Source(model.id, model.version, texts))
        models.append(model)
    circle = circle_across(models)
    if circle:
        raise QuestionnaireInvalid(
            mark("These questionnaires cannot go together: {circle} wait for each other."),
            circle=circle,
        )
    return tuple(sources)
