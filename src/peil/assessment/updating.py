"""An assessment after one of its questionnaires got a newer version: nothing said is lost.

An answer goes along with its question. Where the words of its level, or of the level
above, changed, it still counts and asks to be looked at again. Where its level or its
question is gone, it is kept aside among the former answers.
"""

from collections.abc import Iterator, Mapping
from typing import Literal

from msgspec.structs import replace

from peil.assessment.model import ActionRecord, Answer, Assessment, FormerAnswer, Source
from peil.assessment.team import TeamVote
from peil.assessment.versions import Versions, alike, level_texts
from peil.questionnaire.model import Question, full_id

Fate = Literal["kept", "look-again", "former", "returns"]
"""What becomes of what was said about a question: it stays as it is; it stays, to be looked
at again; it is kept aside, no longer counted; or it comes back from there."""


def fate(versions: Versions, old: str, answer: Answer) -> Fate:
    """Return what becomes of the answer to an earlier question, by its local id."""
    new = versions.goes_to(old)
    if new is None:
        return "former"
    level = answer.level
    if answer.state != "rated" or level is None:
        return "kept"
    if not versions.same_scale or level not in level_texts(versions.new[new]):
        return "former"
    changed = versions.changed_levels(old, new)
    return "look-again" if level in changed or level + 1 in changed else "kept"


def updated(assessment: Assessment, versions: Versions, source: Source, now: str) -> Assessment:
    """Return the assessment with the later version, `source`, in the place of the earlier one.

    The words that are kept of the earlier one are those of `versions.before`; `now` is
    when an answer that no longer counts ceased to.
    """
    renamed, owner = versions.renamed, versions.before
    answers, former = _carried(assessment, versions, now)
    for name, (key, answer) in returning(former, versions).items():
        answers[name] = answer
        del former[key]
    place = assessment.place
    return replace(
        assessment,
        sources=tuple(source if one.id == source.id else one for one in assessment.sources),
        targets=_targets(assessment, versions),
        answers=answers,
        former=former,
        actions=recoded(
            assessment.actions,
            owner.id,
            renamed,
            None if versions.same_scale else owner.version,
        ),
        votes=voted(assessment.votes, renamed, same_scale=versions.same_scale, of=owner.id),
        parked=tuple(
            replace(one, question=renamed.get(one.question, one.question))
            for one in assessment.parked
        ),
        place=renamed.get(place, place) if place else place,
    )


def voted(
    votes: Mapping[str, TeamVote], renamed: Mapping[str, str], *, same_scale: bool, of: str
) -> dict[str, TeamVote]:
    """Return what a team voted, with each question (`renamed`, full ids) as it is called now.

    Rounds are kept for ever. On another scale what was agreed on a question of
    questionnaire `of` is no answer any more, so it is to be agreed on again.
    """
    result = {}
    for name, vote in votes.items():
        new = renamed.get(name, name)
        kept = same_scale or name.partition("/")[0] != of
        result[name if new in votes else new] = vote if kept else replace(vote, agreed=None)
    return result


def _carried(
    assessment: Assessment, versions: Versions, now: str
) -> tuple[dict[str, Answer], dict[str, FormerAnswer]]:
    """Return the answers, each with its question as it is called now, and the former ones."""
    answers: dict[str, Answer] = {}
    former = dict(assessment.former)
    strangers: list[str] = []
    owner = versions.before.id
    for name, answer in assessment.answers.items():
        questionnaire, _, old = name.partition("/")
        if questionnaire != owner:
            answers[name] = answer
        elif old not in versions.old:
            strangers.append(name)
        else:
            what = fate(versions, old, answer)
            if what == "former":
                _put_aside(former, name, _former(versions, old, answer))
            stays = _staying(versions, old, answer, what, now)
            if stays is not None:
                answers[full_id(owner, versions.goes_to(old) or old)] = stays
    for name in strangers:  # answers to a question that the earlier version did not have either
        if name in answers or name.partition("/")[2] in versions.new:
            aside = FormerAnswer(name, versions.before.version, name, "", assessment.answers[name])
            _put_aside(former, name, aside)
        else:
            answers[name] = assessment.answers[name]
    return answers, former


def _former(versions: Versions, old: str, answer: Answer) -> FormerAnswer:
    question = versions.old[old]
    return FormerAnswer(
        question=full_id(versions.before.id, old),
        version=versions.before.version,
        text=question.text,
        level_text=_sentence(question, answer),
        answer=answer,
    )


def _sentence(question: Question, answer: Answer) -> str:
    """Return what the chosen level says; empty when none is chosen."""
    return level_texts(question).get(answer.level, "") if answer.level is not None else ""


def _put_aside(former: dict[str, FormerAnswer], name: str, one: FormerAnswer) -> None:
    """Add a former answer under a key of its own."""
    key, number = f"{name}@{one.version}", 2
    while key in former:
        key, number = f"{name}@{one.version}-{number}", number + 1
    former[key] = one


def _staying(versions: Versions, old: str, answer: Answer, what: Fate, now: str) -> Answer | None:
    """Return what stays with the question; None when nothing does."""
    if what == "look-again":
        return _to_look_at(answer, _sentence(versions.old[old], answer))
    if what == "kept":
        return answer
    if versions.goes_to(old) is None:
        return None
    open_again = replace(
        answer,
        state=None,
        level=None,
        formerly="",
        flagged_before=False,
        look_again=answer.flagged_before if answer.formerly else answer.look_again,
        changed=now,
        confirmed=None,
    )
    return None if replace(open_again, changed="") == Answer() else open_again


def _to_look_at(answer: Answer, sentence: str) -> Answer:
    """Return an answer that asks to be looked at again; what it first said stays known."""
    return replace(
        answer,
        look_again=True,
        formerly=answer.formerly or sentence,
        flagged_before=answer.flagged_before if answer.formerly else answer.look_again,
    )


def returning(
    former: Mapping[str, FormerAnswer], versions: Versions
) -> dict[str, tuple[str, Answer]]:
    """Return the former answers that come back, by full id of a question that is asked again.

    Each with its key among the former ones. An answer comes back only to a question that
    the earlier version did not have.
    """
    found: dict[str, tuple[str, Answer]] = {}
    taken: set[str] = set()
    for new, question in versions.new.items():
        if versions.came_from(new) is not None:
            continue
        for key in _keys_of(former, versions.after.id, (new, *question.was)):
            back = _back(versions, new, former[key])
            if back is not None and key not in taken:
                found[full_id(versions.after.id, new)] = key, back
                taken.add(key)
                break
    return found


def _keys_of(
    former: Mapping[str, FormerAnswer], questionnaire: str, ids: tuple[str, ...]
) -> Iterator[str]:
    """Return the keys of former answers to these questions, the latest of each first."""
    for local in ids:
        name = full_id(questionnaire, local)
        own = [key for key, one in former.items() if one.question == name]
        yield from sorted(own, key=lambda key: former[key].version, reverse=True)


def _back(versions: Versions, new: str, one: FormerAnswer) -> Answer | None:
    """Return a former answer as it comes back; None where its level means something else."""
    answer = one.answer
    if answer.level is None:
        return answer
    texts = [level_texts(news[new]) for _, news in versions.in_every_language]
    if not (one.level_text and versions.same_scale and answer.level in texts[0]):
        return None
    found = {number for each in texts for number in each if alike(each[number], one.level_text)}
    if answer.level in found:
        return answer
    return None if found else _to_look_at(answer, one.level_text)


def _targets(assessment: Assessment, versions: Versions) -> dict[str, int]:
    """Return the reader's own targets; a number of another scale means nothing any more."""
    if versions.same_scale:
        return assessment.targets
    prefix = full_id(versions.before.id, "")
    return {
        topic: level for topic, level in assessment.targets.items() if not topic.startswith(prefix)
    }


def recoded(
    actions: Mapping[str, ActionRecord],
    questionnaire: str,
    renamed: Mapping[str, str],
    left: int | None,
) -> dict[str, ActionRecord]:
    """Return the records of actions such that each code goes on to mean what it meant.

    A step follows its question to the id that it has now (`renamed`, full ids). `left` is
    the version whose levels had other numbers, None where the numbers stay: a step of
    that scale (`iceberg/x@2`) is no step of the other one, so its record keeps the code
    under a key that no action has (`iceberg/x@2@1`).
    """
    keys = {record.key for record in actions.values()}
    result = dict(actions)
    for code, record in actions.items():
        question, sign, number = _parts(record.key)
        if question.partition("/")[0] != questionnaire:
            continue
        key = f"{renamed.get(question, question)}{sign}{number}"
        if sign == "@" and left is not None and "@" not in number:
            key = f"{record.key}@{left}"
        if key != record.key and key not in keys:
            keys.add(key)
            result[code] = replace(record, key=key)
    return result


def _parts(key: str) -> tuple[str, str, str]:
    """Return the question that an action is about, `@` with its level, or `?`."""
    question, sign, number = key.partition("@")
    return (question, sign, number) if sign else key.partition("?")
