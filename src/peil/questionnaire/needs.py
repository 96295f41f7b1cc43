"""Needs as a graph of steps: circles in it, within one questionnaire and across several.

A step is named `questionnaire/question@level`. It waits for the step one below it,
and for what its level needs. A need on a topic becomes a node of its own, which
waits for the core question at the level and for the others one lower; so the graph
grows no faster than the text. A need above the last level of another questionnaire,
which a newer version of that one can bring about, asks for the last level.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from peil.questionnaire.model import Need, Question, Questionnaire, Topic, full_id

Graph = dict[str, list[str]]
"""What each step waits for."""


def circles(questionnaires: Sequence[Questionnaire]) -> tuple[tuple[str, ...], ...]:
    """Return the circles of needs: each a row of steps of which the last waits for the first.

    Of steps that are tangled in several circles, one short circle is given.
    """
    graph = graph_of(questionnaires)
    return tuple(
        circle_in(graph, tangle, next(step for step in tangle if "@" in step))
        for tangle in tangles(graph)
    )


def circles_through(
    questionnaire: str, questionnaires: Sequence[Questionnaire]
) -> tuple[tuple[str, ...], ...]:
    """Return the circles that hold a step of one questionnaire, beginning with such a step."""
    graph = graph_of(questionnaires)
    found: list[tuple[str, ...]] = []
    for tangle in tangles(graph):
        own = [step for step in tangle if step.startswith(f"{questionnaire}/") and "@" in step]
        if own:
            found.append(circle_in(graph, tangle, own[0]))
    return tuple(found)


def spelled(circle: tuple[str, ...]) -> str:
    """Return a circle in one line, its first step repeated at the end."""
    return " → ".join((*circle, circle[0]))


def graph_of(questionnaires: Sequence[Questionnaire]) -> Graph:
    """Return which step waits for which, over all questionnaires."""
    graph = _Builder()
    for questionnaire in questionnaires:
        graph.take(questionnaire)
    return graph.finished()


class _Builder:
    """A graph while its questionnaires are taken in."""

    def __init__(self) -> None:
        """Begin empty."""
        self._graph: Graph = {}
        self._questions: dict[str, tuple[Question, Questionnaire]] = {}
        self._topics: dict[str, tuple[Topic, Questionnaire]] = {}
        self._topic_needs: set[Need] = set()

    def take(self, questionnaire: Questionnaire) -> None:
        """Remember the topics and questions of one questionnaire."""
        for topic in questionnaire.topics:
            self._topics[full_id(questionnaire.id, topic.id)] = (topic, questionnaire)
            for question in topic.questions:
                name = full_id(questionnaire.id, question.id)
                self._questions[name] = (question, questionnaire)

    def finished(self) -> Graph:
        """Return the graph."""
        for name, (question, questionnaire) in self._questions.items():
            self._steps(name, question, questionnaire.first_level)
        for need in self._topic_needs:
            self._graph[_topic_node(need)] = list(self._standing(need))
        return self._graph

    def _steps(self, name: str, question: Question, first: int) -> None:
        waiting: tuple[Need, ...] = ()
        for level in question.levels:
            waiting += level.needs
            if level.number == first:
                continue
            before = [f"{name}@{level.number - 1}"] if level.number - 1 > first else []
            self._graph[f"{name}@{level.number}"] = before + list(self._waits(waiting))
            waiting = ()

    def _waits(self, needs: Iterable[Need]) -> Iterable[str]:
        for need in needs:
            if need.target in self._questions:
                scale = self._questions[need.target][1]
                if need.level > scale.first_level:
                    yield f"{need.target}@{min(need.level, scale.last_level)}"
            elif need.target in self._topics:
                self._topic_needs.add(need)
                yield _topic_node(need)

    def _standing(self, need: Need) -> Iterable[str]:
        """Return the steps that make a topic stand at a level."""
        topic, questionnaire = self._topics[need.target]
        wanted = min(need.level, questionnaire.last_level)
        for question in topic.questions:
            level = wanted if question.core else wanted - 1
            if level > questionnaire.first_level:
                yield f"{full_id(questionnaire.id, question.id)}@{level}"


def _topic_node(need: Need) -> str:
    return f"{need.target}#{need.level}"


def tangles(graph: Mapping[str, Sequence[str]]) -> list[list[str]]:
    """Return the groups of steps that wait for each other (Tarjan's components, 1972).

    Only groups that hold a circle: several steps, or one that waits for itself.
    """
    search = _Search(graph)
    for root in graph:
        if root not in search.index:
            search.explore(root)
    return [group for group in search.groups if len(group) > 1 or group[0] in graph[group[0]]]


class _Search:
    """Tarjan's search, without recursion: a long chain of needs cannot exhaust the stack."""

    def __init__(self, graph: Mapping[str, Sequence[str]]) -> None:
        """Begin with nothing explored."""
        self.index: dict[str, int] = {}
        self.groups: list[list[str]] = []
        self._graph = graph
        self._low: dict[str, int] = {}
        self._stack: list[str] = []
        self._waiting: set[str] = set()

    def explore(self, root: str) -> None:
        """Find the groups that can be reached from `root`."""
        path = [(root, self._enter(root))]
        while path:
            step, following = path[-1]
            other = self._next(step, following)
            if other is not None:
                path.append((other, self._enter(other)))
                continue
            path.pop()
            if path:
                above = path[-1][0]
                self._low[above] = min(self._low[above], self._low[step])
            if self._low[step] == self.index[step]:
                self.groups.append(self._group(step))

    def _enter(self, step: str) -> Iterator[str]:
        self.index[step] = self._low[step] = len(self.index)
        self._stack.append(step)
        self._waiting.add(step)
        return iter(self._graph[step])

    def _next(self, step: str, following: Iterator[str]) -> str | None:
        """Return the next step not yet explored, taking note of those that are."""
        for other in following:
            if other not in self.index and other in self._graph:
                return other
            if other in self._waiting:
                self._low[step] = min(self._low[step], self.index[other])
        return None

    def _group(self, last: str) -> list[str]:
        group: list[str] = []
        while not group or group[-1] != last:
            group.append(self._stack.pop())
            self._waiting.discard(group[-1])
        return sorted(group)


def circle_in(graph: Mapping[str, Sequence[str]], tangle: list[str], start: str) -> tuple[str, ...]:
    """Return a shortest circle through one step of a tangle, topics left out."""
    members = set(tangle)
    came_from: dict[str, str] = {}
    queue = [start]
    for step in queue:
        for other in graph[step]:
            if other == start:
                row = [step]
                while row[-1] != start:
                    row.append(came_from[row[-1]])
                return tuple(step for step in reversed(row) if "@" in step)
            if other in members and other not in came_from:
                came_from[other] = step
                queue.append(other)
    return (start,)
