"""Circles of needs: found when there are any, and only then, and each one a real circle."""

from hypothesis import given
from hypothesis import strategies as st

from peil.questionnaire.model import Level, Need, Question, Questionnaire, Topic
from peil.questionnaire.needs import Graph, circles, circles_through, graph_of

QUESTIONS = ("a/q", "a/r", "b/q", "b/r")
TARGETS = (*QUESTIONS, "a/t", "b/t", "c/unknown")


def questionnaires(needs: dict[tuple[str, int], list[Need]]) -> list[Questionnaire]:
    """Return two questionnaires of one topic with two questions, with needs per level."""

    def question(owner: str, name: str) -> Question:
        levels = tuple(
            Level(
                number, f"{name} {number}", needs=tuple(needs.get((f"{owner}/{name}", number), []))
            )
            for number in range(1, 5)
        )
        return Question(name, name, levels, core=name == "q")

    return [
        Questionnaire(
            owner, owner, 1, "en", (Topic("t", "t", (question(owner, "q"), question(owner, "r"))),)
        )
        for owner in ("a", "b")
    ]


NEEDS = st.dictionaries(
    st.tuples(st.sampled_from(QUESTIONS), st.integers(1, 4)),
    st.lists(st.builds(Need, st.sampled_from(TARGETS), st.integers(1, 4)), max_size=2),
    max_size=6,
)


def reachable(graph: Graph, start: str) -> set[str]:
    """Return everything that a step waits for, however far away."""
    found: set[str] = set()
    queue = list(graph.get(start, ()))
    while queue:
        step = queue.pop()
        if step not in found:
            found.add(step)
            queue += graph.get(step, ())
    return found


@given(NEEDS)
def test_circles_are_found_exactly_when_a_step_waits_for_itself(
    needs: dict[tuple[str, int], list[Need]],
) -> None:
    """A plain search from every step comes to the same verdict."""
    graph = graph_of(questionnaires(needs))
    waits = any(step in reachable(graph, step) for step in graph)
    assert bool(circles(questionnaires(needs))) == waits


@given(NEEDS)
def test_a_circle_is_one(needs: dict[tuple[str, int], list[Need]]) -> None:
    """In a circle that is spelled out, each step waits for the next, and the last for the first."""
    models = questionnaires(needs)
    graph = graph_of(models)
    for circle in circles(models):
        for step, following in zip(circle, (*circle[1:], circle[0]), strict=True):
            assert following in reachable(graph, step)
        assert len(set(circle)) == len(circle)
    for circle in circles_through("a", models):
        assert circle[0].startswith("a/")


def test_a_level_waits_for_what_the_levels_below_it_need() -> None:
    """A need at level 2 holds for level 4 as well, through the steps between."""
    graph = graph_of(questionnaires({("a/q", 2): [Need("b/q", 3)]}))
    assert {"a/q@3", "a/q@2", "b/q@3", "b/q@2"} == reachable(graph, "a/q@4")


def test_a_need_at_the_first_level_holds_for_the_second() -> None:
    """One begins at the first level, so what it needs comes before the first step."""
    graph = graph_of(questionnaires({("a/q", 1): [Need("b/q", 2)]}))
    assert "b/q@2" in reachable(graph, "a/q@2")


def test_a_topic_stands_with_its_others_one_lower() -> None:
    """A need on a topic waits for its core question there and for the others one level lower."""
    graph = graph_of(questionnaires({("a/q", 2): [Need("b/t", 3)]}))
    waits = reachable(graph, "a/q@2")
    assert {"b/q@3", "b/r@2"} <= waits
    assert "b/r@3" not in waits


def test_a_long_chain_does_not_exhaust_the_stack() -> None:
    """Five thousand questions that each need the next one are searched without recursion."""
    count = 5_000
    questions = tuple(
        Question(
            f"q{number}",
            "?",
            (Level(1, "x"), Level(2, "y", needs=(Need(f"a/q{(number + 1) % count}", 2),))),
        )
        for number in range(count)
    )
    chain = Questionnaire("a", "a", 1, "en", (Topic("t", "t", questions),))
    (circle,) = circles([chain])
    assert len(circle) == count
