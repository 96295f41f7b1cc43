"""Where one question names another: needs, conditions, twins and former ids."""

from peil.questionnaire.draft import Draft, DraftQuestion
from peil.questionnaire.problems import Problems
from peil.questionnaire.values import PROFILE_VALUES


def examine_references(draft: Draft, scale: tuple[int, int], problems: Problems) -> None:
    """Note the references within one file that lead nowhere."""
    lines = draft.lines
    earlier: set[str] = set()
    ids = [question.id for question in draft.questions if question.id]
    for question in draft.questions:
        _examine_conditions(question, ids, earlier, scale, problems)
        _examine_twin(question, draft.id, ids, earlier, problems)
        for former in question.listed("was"):
            if former in lines:
                line = question.settings["was"].line
                problems.add("was-in-use", line, id=former, first=lines[former])
        earlier.add(question.id)


def _examine_conditions(
    question: DraftQuestion,
    ids: list[str],
    earlier: set[str],
    scale: tuple[int, int],
    problems: Problems,
) -> None:
    first, last = scale
    for placed in question.ask_if:
        name, line = placed.condition.subject, placed.line
        if name in PROFILE_VALUES:
            continue
        if name not in ids:
            problems.add_unknown("condition-unknown", line, name, (*ids, *PROFILE_VALUES))
        elif name not in earlier:
            problems.add("condition-later", line, name=name)
        elif not first <= int(placed.condition.value) <= last:
            level = int(placed.condition.value)
            problems.add("condition-level", line, name=name, level=level, first=first, last=last)


def _examine_twin(
    question: DraftQuestion, own: str, ids: list[str], earlier: set[str], problems: Problems
) -> None:
    placed = question.settings.get("see")
    if placed is None:
        return
    questionnaire, _, local = placed.text.rpartition("/")
    if questionnaire not in ("", own) or local in earlier:
        return
    if local in ids:
        problems.add("see-later", placed.line, name=local)
    else:
        problems.add_unknown("see-unknown", placed.line, local, ids)
