"""Why an action stands where it stands: words first, figures second.

The figures are those of `figures`.
"""

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from peil.assessment.agenda import contested_now
from peil.assessment.items import items_of
from peil.assessment.model import Assessment, Importance
from peil.plan.figures import figures, raised
from peil.plan.model import Plan, PlannedAction
from peil.plan.naming import Names
from peil.questionnaire.model import Question, Questionnaire
from peil.score.standing import required_levels
from peil.text.languages import Words, mark

_IMPORTANT: Final[dict[Importance, str]] = {
    "low": mark("In the order it counts × 0.5, because you find {topic} less important."),
    "normal": "",
    "high": mark("In the order it counts × 2, because you find {topic} important."),
}


class Reason(NamedTuple):
    """The parts of a reason, each ready to be shown by itself."""

    words: str
    """Why here, in sentences without figures."""
    figures: str
    """Effort, what is raised, and by how much, in one sentence."""
    opens: str
    """Which actions it makes possible, in one sentence; empty when there are none."""

    @property
    def whole(self) -> str:
        """All of it in one paragraph."""
        return " ".join(part for part in self if part)


def find_out_title(question: Question, say: Words) -> str:
    """Return the words of the find-out of a don't-know question."""
    return say("Find out: {question}", question=question.text)


class Reasons:
    """The reasons of one plan, in one language."""

    def __init__(
        self,
        plan: Plan,
        questionnaires: Sequence[Questionnaire],
        assessment: Assessment,
        codes: Mapping[str, str],
        say: Words,
    ) -> None:
        """Keep what every reason is written from; `codes` are by key."""
        self._plan = plan
        self._items = items_of(questionnaires)
        self._assessment = assessment
        self._names = Names(self._items, codes, say)
        self._say = say
        self._rank = {action.key: rank for rank, action in enumerate(plan.actions)}

    def reason(self, action: PlannedAction) -> Reason:
        """Return why an action stands where it stands, in its parts."""
        sentences = (
            self._moved(action),
            self._place(action),
            self._early(action),
            self._pulled_in(action),
            self._importance(action),
            self._contested(action),
        )
        return Reason(
            " ".join(sentence for sentence in sentences if sentence),
            figures(action, self._items, self._assessment, self._say),
            self._opens(action),
        )

    def line(self, action: PlannedAction) -> str:
        """Return the reason as one line of an action list, where the effort stands beside it."""
        parts = [
            self._moved(action),
            self._place(action),
            self._early(action),
            self._pulled_in(action),
        ]
        if action.kind == "step":
            parts.append(raised(action, self._items, self._say))
        parts += [self._importance(action), self._contested(action), self._opens(action)]
        told = [part.rstrip(".") for part in parts if part]
        return "; ".join([*told[:1], *(part[:1].lower() + part[1:] for part in told[1:])])

    def _moved(self, action: PlannedAction) -> str:
        """Return what the user did to the place of an action."""
        say = self._say
        if action.doing:
            return say("You are at it.")
        if action.pinned:
            return say("You put it at the top.")
        if action.postponed:
            return say("You postponed it.")
        return ""

    def _place(self, action: PlannedAction) -> str:
        """Return what has to come before an action, and whether its topic holds the tools back."""
        say = self._say
        if action.kind == "own":
            return say("You added this yourself; it moves no score.")
        if action.kind == "find-out":
            return say("Nobody knows yet how this stands, and half an hour can change the plan.")
        if action.waits:
            return self._waiting(action)
        return self._among_others(action)

    def _among_others(self, action: PlannedAction) -> str:
        """Return what has to come before a step that can be done."""
        say = self._say
        topic = self._items.topic(action.topic).title
        if not action.needs:
            if self._is_foundation(action):
                return say(
                    "{topic} holds the tools back, and nothing has to come before this.",
                    topic=topic,
                )
            return say("Nothing has to come before this.")
        named = self._names.actions(action.needs)
        if self._is_foundation(action):
            return say(
                "{topic} holds the tools back; this comes after {actions}.",
                topic=topic,
                actions=named,
            )
        return say("This comes after {actions}.", actions=named)

    def _is_foundation(self, action: PlannedAction) -> bool:
        """Return whether a gate topic needs this step to stand."""
        questionnaire = self._items.questionnaire_of(action.topic)
        if not questionnaire.gate or action.to_level is None:
            return False
        needed = dict(required_levels(self._items, action.topic, questionnaire.target))
        return action.to_level <= needed[action.question]

    def _core_is_known(self, topic: str) -> bool:
        """Return whether a topic's core question is answered with more than don't know."""
        core = self._items.core_of(topic)
        answer = self._assessment.answers.get(core or "")
        return core is None or (answer is not None and answer.state not in (None, "unknown"))

    def _waiting(self, action: PlannedAction) -> str:
        """Return which questions a waiting step waits for."""
        say = self._say
        unknown = [name for name in action.waiting_for if f"{name}?" in self._rank]
        unanswered = [name for name in action.waiting_for if f"{name}?" not in self._rank]
        sentences = []
        if unanswered:
            sentences.append(
                say(
                    "It waits for your answer to {questions}.",
                    questions=self._names.questions(unanswered),
                )
            )
        if unknown:
            sentences.append(
                say(
                    "It waits until you have found out: {questions}.",
                    questions=self._names.questions(unknown),
                )
            )
        if action.waiting_for_dropped:
            dropped = self._names.actions(action.waiting_for_dropped)
            sentences.append(say("It waits because you dropped {actions}.", actions=dropped))
        return " ".join(sentences)

    def _early(self, action: PlannedAction) -> str:
        """Return what an action completes, and what moved it up."""
        say = self._say
        if action.completes:
            topic = self._items.topic(action.completes).title
            if _moved_up_by_gain(action):
                return say("It comes this early because it completes {topic}.", topic=topic)
            return say("It completes {topic}.", topic=topic)
        if not _moved_up_by_gain(action):
            return ""
        if self._is_foundation(action) and self._core_is_known(action.topic):
            topic = self._items.topic(action.topic).title
            return say("It comes this early because it helps to complete {topic}.", topic=topic)
        return say("It comes this early because of what it opens.") if action.opens else ""

    def _pulled_in(self, action: PlannedAction) -> str:
        """Return why a step above its topic's target is in the plan."""
        if not action.needed_by:
            return ""
        say = self._say
        return say(
            "It goes beyond the target of {topic}, but it is needed for {actions}.",
            topic=self._items.topic(action.topic).title,
            actions=self._names.actions(action.needed_by),
        )

    def _importance(self, action: PlannedAction) -> str:
        """Return by how much the importance of its topic changes the order."""
        say = self._say
        if action.kind == "own":
            return ""
        topic = self._items.topic(action.topic).title
        if action.importance == "high" and action.topic not in self._assessment.importances:
            return say(
                "In the order it counts × 2, because a goal that you chose hangs on {topic}.",
                topic=topic,
            )
        message = _IMPORTANT[action.importance]
        return say(message, topic=topic) if message else ""

    def _contested(self, action: PlannedAction) -> str:
        """Return that the answer on which an action rests is one on which a team was divided."""
        if not contested_now(self._items, self._assessment, action.question):
            return ""
        return self._say("It rests on an answer on which your votes lay far apart.")

    def _opens(self, action: PlannedAction) -> str:
        """Return what becomes possible with an action, or what it helps to make possible."""
        say = self._say
        if action.kind == "find-out":
            waiting = [one.key for one in self._plan.actions if action.question in one.waiting_for]
            if not waiting:
                return ""
            return say("Waiting for it: {actions}.", actions=self._names.actions(waiting))
        rank = self._rank[action.key]
        last = [
            key
            for key in action.opens
            if all(self._rank[need] <= rank for need in self._plan.actions[self._rank[key]].needs)
        ]
        if last:
            return say("Opens {actions}.", actions=self._names.actions(last))
        if action.opens:
            return say("Helps to open {actions}.", actions=self._names.actions(action.opens))
        return ""


def _moved_up_by_gain(action: PlannedAction) -> bool:
    """Return whether an action stands early by what it opens, and not by what the user said."""
    return action.moved_up and not (action.doing or action.pinned or action.postponed)
