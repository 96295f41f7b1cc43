"""`View`: an assessment and everything computed from it, to look at."""

from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple, Self

from msgspec.structs import replace

from peil.assessment.actions import is_own, records_by_key, status_of, to_look_at
from peil.assessment.agenda import Agenda, agenda_of, put_off
from peil.assessment.answered import Answered, answered
from peil.assessment.items import Items, items_of
from peil.assessment.model import (
    ActionRecord,
    ActionStatus,
    Answer,
    Assessment,
    ExportRecord,
    Source,
)
from peil.assessment.team import TeamVote
from peil.assessment.walkthrough import Walkthrough
from peil.errors import PeilError, QuestionnaireInvalid
from peil.questionnaire.loading import Cache, load_frozen
from peil.questionnaire.model import Question, Questionnaire
from peil.questionnaire.together import circle_across
from peil.store.workspace import Workspace
from peil.text.languages import LANGUAGES, Words, mark

if TYPE_CHECKING:
    from peil.plan.model import Plan, PlannedAction
    from peil.plan.reasons import Reasons
    from peil.score.model import Scores


class WhatIf(NamedTuple):
    """What an assessment would be with some actions done."""

    done: tuple[str, ...]
    """Keys of the actions that are taken as done, in the order of the plan."""
    view: "View"
    opened: tuple[str, ...]
    """Keys of what can be begun then and could not before."""
    minutes: int
    """Effort of the actions that are taken as done."""


class View:
    """One assessment, in one language. It changes nothing and never locks.

    Everything computed from it (`walk`, `scores`, `plan`) is computed when first asked for.
    """

    def __init__(
        self,
        assessment: Assessment,
        *,
        language: str | None = None,
        cache: Cache | None = None,
        notice: PeilError | None = None,
    ) -> None:
        """Look at `assessment`; `notice` is what the store had to say about its file."""
        self.assessment = assessment
        spoken = language or assessment.language
        self.language = spoken if spoken in LANGUAGES else "en"
        self.notice = notice
        self._cache = cache

    @classmethod
    def look(cls, workspace: Workspace, assessment_id: str, language: str | None = None) -> Self:
        """Open an assessment to look at: never locks, never waits."""
        loaded = workspace.read(assessment_id)
        return cls(
            loaded.assessment, language=language, cache=workspace.cache, notice=loaded.notice
        )

    def what_if(self, keys: Iterable[str]) -> "WhatIf":
        """Return a view in which these actions and all that they need are done."""
        from peil.plan.what_if import as_done, minutes_of, opened, with_needs

        done = with_needs(self.plan, keys)
        after = View(
            as_done(self.assessment, self.plan, done),
            language=self.language,
            cache=self._cache,
            notice=self.notice,
        )
        after.__dict__.update(questionnaires=self.questionnaires, items=self.items)
        opens = opened(self.plan, after.plan, done)
        return WhatIf(done, after, opens, minutes_of(self.plan, done))

    def in_language(self, language: str) -> "View":
        """Return a view of the same assessment in another language; itself where it is the same."""
        if language == self.language:
            return self
        return View(self.assessment, language=language, cache=self._cache, notice=self.notice)

    def with_hours(self, hours: float) -> "View":
        """Return a view of the same assessment with other hours a week."""
        profile = replace(self.assessment.profile, hours=hours)
        return View(
            replace(self.assessment, profile=profile),
            language=self.language,
            cache=self._cache,
            notice=self.notice,
        )

    @cached_property
    def questionnaires(self) -> tuple[Questionnaire, ...]:
        """The frozen questionnaires in the language of the sitting.

        QuestionnaireInvalid when one of them is none that can be asked and counted, or
        when they wait for each other: no plan can be made then.
        """
        found = tuple(map(self._frozen, self.assessment.sources))
        circle = circle_across(found)
        if circle:
            raise QuestionnaireInvalid(
                mark(
                    "{title} cannot be opened: its questionnaires cannot go together, because "
                    "{circle} wait for each other. Your other assessments open. Look for an "
                    "earlier save with: peil backups {name}"
                ),
                title=self.assessment.title,
                circle=circle,
                name=self.assessment.id,
            )
        return found

    def _frozen(self, source: Source) -> Questionnaire:
        try:
            return load_frozen(source.texts, self.language, self._cache)
        except QuestionnaireInvalid as error:
            raise QuestionnaireInvalid(
                mark(
                    "{title} cannot be opened: this Peil finds no questionnaire in what was kept "
                    "of {questionnaire}. Your other assessments open. Look for an earlier save "
                    "with: peil backups {name}"
                ),
                title=self.assessment.title,
                questionnaire=source.id,
                name=self.assessment.id,
            ) from error

    @cached_property
    def items(self) -> Items:
        """Topics and questions by full id."""
        return items_of(self.questionnaires)

    @property
    def pace_factor(self) -> float:
        """How much longer than usual this reader takes; 1 where nobody reads."""
        return 1.0

    @cached_property
    def walk(self) -> Walkthrough:
        """What is asked, what is next, how far one is."""
        return Walkthrough(self.questionnaires, self.assessment, pace=self.pace_factor)

    @cached_property
    def known(self) -> "Answered":
        """States and levels of the questions."""
        return answered(self.questionnaires, self.assessment)

    @cached_property
    def scores(self) -> "Scores":
        """Scores, levels, verdict and contradictions."""
        from peil.score.readiness import score_assessment

        return score_assessment(self.questionnaires, self.assessment)

    @cached_property
    def plan(self) -> "Plan":
        """The actions in order."""
        from peil.plan.planning import make_plan

        return make_plan(self.questionnaires, self.assessment)

    def reasons(self, say: Words) -> "Reasons":
        """Return what tells why each action of the plan stands where it stands."""
        from peil.plan.reasons import Reasons

        return Reasons(self.plan, self.questionnaires, self.assessment, self.codes, say)

    @cached_property
    def past(self) -> "tuple[PlannedAction, ...]":
        """The actions that were done or dropped, in the order of their codes."""
        from peil.plan.past import past_actions

        return past_actions(self.known, self.assessment)

    def action(self, key: str) -> "PlannedAction":
        """Return the action with this key: as in the plan, or without a place in it.

        KeyError when the questionnaires know none, and none of the user's own is called so.
        """
        from peil.plan.past import out_of_plan

        if is_own(key) and key not in self._records:
            raise KeyError(key)

        planned = self.plan.find(key)
        return planned or out_of_plan(self.record(key), self.known, self.assessment)

    def action_status(self, key: str) -> ActionStatus:
        """Return how the action with this key stands, answers included."""
        return status_of(self.record(key), self.known)

    @cached_property
    def codes(self) -> dict[str, str]:
        """Codes given so far, by action key."""
        return {record.key: code for code, record in self.assessment.actions.items()}

    def record(self, key: str) -> ActionRecord:
        """Return what is kept about the action with this key; a bare record when nothing is."""
        return self._records.get(key) or ActionRecord("", key)

    @cached_property
    def _records(self) -> dict[str, ActionRecord]:
        return records_by_key(self.assessment)

    @cached_property
    def to_look_at(self) -> tuple[ActionRecord, ...]:
        """The finished actions whose question waits to be looked at, the oldest first."""
        return tuple(to_look_at(self.assessment, self.known))

    @property
    def list_file(self) -> ExportRecord | None:
        """The latest action list that was written to a file; None when none was."""
        return next((each for each in reversed(self.assessment.exports) if each.path), None)

    def is_put_off(self, question: str) -> bool:
        """Return whether a question, by its full id, is in the parking lot as a whole."""
        return question in put_off(self.assessment)

    def vote_on(self, question: str) -> TeamVote:
        """Return what a team voted and agreed on a question; an empty one when it did not."""
        return self.assessment.votes.get(question, TeamVote())

    @cached_property
    def agenda(self) -> Agenda:
        """The questions of the walk that were voted on, by what is left to do about them."""
        return agenda_of(self.items, self.assessment, self.walk.order)

    @property
    def todays_topics(self) -> tuple[str, ...]:
        """The topics that were chosen for today, if any: those of them that there are."""
        return tuple(filter(self.items.has_topic, self.assessment.meeting.topics))

    @property
    def to_vote_on(self) -> tuple[str, ...]:
        """The core questions of today's topics that are put, in the order of the walk."""
        topics = self.todays_topics or self.items.topics
        return tuple(
            question
            for question in self.walk.core
            if self.items.topic_of(question) in topics
            and self.walk.states[question] != "not-applicable"
        )

    def answer(self, question: str) -> Answer:
        """Return what was said about a question; an empty answer when nothing was."""
        return self.assessment.answers.get(question, Answer())

    def twin_of(self, question: str) -> Question | None:
        """Return the earlier twin of a question, when it has one and that is answered."""
        twin = self.items.question(question).see
        # An answer outside the scale, as in a file of somebody else, counts as none.
        if self.known.states.get(twin) not in ("rated", "unknown", "not-applicable"):
            return None
        return self.items.question(twin)
