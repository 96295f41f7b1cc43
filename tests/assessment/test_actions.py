"""The life of an action beside the answers: what waits to be looked at again."""

from dataclasses import dataclass, field, replace
from itertools import count
from typing import Final, Literal

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace as with_fields

from peil.assessment.model import ActionRecord
from peil.errors import PeilError
from peil.sitting import Sitting
from tests.builders import assessment, question, questionnaire, topic

LIST: Final = questionnaire(
    "q", topic("a", question("a1", core=True), question("a2")), topic("b", question("b1"))
)
KEYS: Final = {
    "A01": ("q/a1", 2),
    "A02": ("q/a1", 3),
    "A03": ("q/a2", None),
    "A04": ("q/a2", 4),
    "A05": ("q/b1", 2),
}
"""Question and level of each action; None for a find-out."""

Reply = int | Literal["unknown"] | None


@dataclass(frozen=True)
class Deed:
    """What is known of one action."""

    done: bool = False
    looked: bool = False
    since: int = 0


@dataclass(frozen=True)
class Model:
    """Everything that a person with paper would write down."""

    replies: dict[str, Reply] = field(default_factory=dict)
    deeds: dict[str, Deed] = field(default_factory=lambda: dict.fromkeys(KEYS, Deed()))

    def done_by_answer(self, code: str) -> bool:
        """Return whether the answer says that an action is done."""
        name, level = KEYS[code]
        reply = self.replies.get(name)
        return isinstance(reply, int) and (level is None or reply >= level)

    def denied(self, code: str) -> bool:
        """Return whether the answer says that an action is not done."""
        name, level = KEYS[code]
        reply = self.replies.get(name)
        if level is None:
            return reply == "unknown"
        return isinstance(reply, int) and reply < level

    def with_deed(self, code: str, deed: Deed) -> "Model":
        """Return the model with another deed."""
        return replace(self, deeds={**self.deeds, code: deed})

    def answered(self, name: str, reply: Reply) -> "Model":
        """Return the model after an answer, of which the finished actions take note."""
        model = replace(self, replies={**self.replies, name: reply})
        for code, deed in self.deeds.items():
            if KEYS[code][0] == name and deed.done:
                denied = model.denied(code)
                model = model.with_deed(code, Deed() if denied else replace(deed, looked=True))
        return model

    def waiting(self) -> list[str]:
        """Return the codes of what waits to be looked at, the oldest first."""
        found = [
            (deed.since, code)
            for code, deed in self.deeds.items()
            if deed.done
            and not deed.looked
            and self.replies.get(KEYS[code][0]) is not None
            and not self.done_by_answer(code)
        ]
        return [code for _, code in sorted(found)]


class _Nowhere:
    """An open file that keeps nothing."""

    def save(self, *_: object) -> None:
        """Keep nothing."""


QUESTIONS: Final = st.sampled_from(["q/a1", "q/a2", "q/b1"])
CODES: Final = st.sampled_from(sorted(KEYS))
STEPS: Final = st.one_of(
    st.tuples(st.sampled_from(["done", "open"]), CODES, st.just(0)),
    st.tuples(st.just("rate"), QUESTIONS, st.integers(1, 4)),
    st.tuples(st.sampled_from(["unknown", "confirm"]), QUESTIONS, st.just(0)),
    st.tuples(st.just("undo"), st.just(""), st.just(0)),
)


def _sitting() -> Sitting:
    """Return a sitting in which each action has its code, on a clock that goes on by itself."""
    ticks = count(10)
    keys = {
        code: f"{name}?" if level is None else f"{name}@{level}"
        for code, (name, level) in KEYS.items()
    }
    start = with_fields(
        assessment([LIST]),
        actions={code: ActionRecord(code, key) for code, key in keys.items()},
        last_code=len(KEYS),
    )
    sitting = Sitting(start, now=lambda: f"2026-11-21T10:{next(ticks):05d}Z")
    sitting.__dict__["questionnaires"] = (LIST,)
    sitting.file = _Nowhere()  # type: ignore[assignment] # a disk would only slow this down
    return sitting


def _after(model: Model, step: tuple[str, str, int], now: int) -> Model | None:
    """Return the model after a step; None where the step is refused."""
    kind, name, level = step
    match kind:
        case "done":
            deed = model.deeds[name]
            return model if deed.done else model.with_deed(name, Deed(done=True, since=now))
        case "open":
            return None if model.done_by_answer(name) else model.with_deed(name, Deed())
        case "rate":
            return model.answered(name, level)
        case "unknown":
            return model.answered(name, "unknown")
        case _:
            reply = model.replies.get(name)
            return None if reply is None else model.answered(name, reply)


def _do(sitting: Sitting, step: tuple[str, str, int]) -> None:
    kind, name, level = step
    match kind:
        case "done":
            sitting.set_status(name, "done")
        case "open":
            sitting.set_status(name, "open")
        case "rate":
            sitting.rate(name, level)
        case "unknown":
            sitting.mark_unknown(name)
        case _:
            sitting.confirm(name)


@settings(max_examples=150)
@given(steps=st.lists(STEPS, max_size=25))
def test_what_waits_follows_a_plain_model(steps: list[tuple[str, str, int]]) -> None:
    """After any sequence of deeds, answers and undo, what waits is what paper would say."""
    sitting = _sitting()
    models = [Model()]
    for now, step in enumerate(steps, 1):
        before = sitting.assessment
        if step[0] == "undo":
            sitting.undo()
            models = models[:-1] or models
        else:
            expected = _after(models[-1], step, now)
            try:
                _do(sitting, step)
            except PeilError:
                assert expected is None
            else:
                assert expected is not None
                if sitting.assessment != before:
                    models.append(expected)
                assert expected == models[-1]
        model = models[-1]
        assert [record.code for record in sitting.to_look_at] == model.waiting()
        for code, deed in model.deeds.items():
            record = sitting.assessment.actions[code]
            assert (record.status == "done", record.looked) == (deed.done, deed.looked)
            done = deed.done or model.done_by_answer(code)
            assert (sitting.action_status(record.key) == "done") == done
