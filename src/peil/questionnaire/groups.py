"""The files of one questionnaire together: an original and its translations."""

from collections.abc import Mapping, Sequence

from peil.questionnaire.building import build
from peil.questionnaire.draft import Draft
from peil.questionnaire.files import File, parse
from peil.questionnaire.model import Questionnaire
from peil.questionnaire.problems import Problem
from peil.questionnaire.rules import examine
from peil.questionnaire.soundness import is_sound
from peil.questionnaire.translations import compare
from peil.questionnaire.waiting import examine_circles, examine_outward


def group_of(texts: Mapping[str, str]) -> "Group":
    """Return texts, by the names of their files, as a group that is examined by itself."""
    group = Group([parse(name, text) for name, text in texts.items()])
    group.examine()
    group.examine_among(())
    return group


class Group:
    """One questionnaire's files, of which the original's settings count."""

    def __init__(self, files: Sequence[File], like: Draft | None = None) -> None:
        """Take the files; those that could not be parsed have their problems already.

        `like` is the draft whose settings count where these files have none, if it is
        not one of them.
        """
        self._like = like
        self.files = tuple(files)
        self._parsed = [(file, file.draft) for file in files if file.draft is not None]
        marked = [pair for pair in self._parsed if pair[1].front.original]
        self._originals = marked or self._parsed[:1]

    @property
    def original(self) -> Draft | None:
        """Return the draft that says `original: yes`, else the first."""
        return self._originals[0][1] if self._originals else None

    @property
    def broken(self) -> bool:
        """Return whether a file has an error, so that nothing of it can be used."""
        return any(file.problems.any_errors for file in self.files)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Return the problems of all files, file by file."""
        return tuple(problem for file in self.files for problem in file.problems.found)

    def examine(self) -> None:
        """Note what is wrong in each file, and between them."""
        for file, draft in self._parsed:
            examine(draft, self._like or self._originals[0][1], file.problems)
        if len(self._parsed) > 1:
            self._compare()

    def _compare(self) -> None:
        original, first = self._originals[0]
        for file, draft in self._originals[1:]:
            line = draft.front.line("original")
            file.problems.add("original-twice", line, first=original.problems.file)
        if not first.front.original:
            original.problems.add("original-missing", 1)
        for file, draft in self._parsed:
            if draft is not first:
                compare(draft, first, original.problems.file, file.problems)

    def examine_among(self, others: Sequence[Questionnaire], known: Sequence[str] = ()) -> None:
        """Note what is wrong with what the files say about other questionnaires.

        `known` are the ids of all there are, those of `others` among them.
        """
        for file, draft in self._parsed:
            examine_outward(draft, others, known, file.problems)
        if self._originals:
            file, draft = self._originals[0]
            examine_circles(draft, (build(draft, draft), *others), file.problems)

    def questionnaires(self) -> tuple[Questionnaire, ...]:
        """Return the questionnaire in each language; nothing when a file has errors."""
        original = self.original
        if original is None or self.broken:
            return ()
        return tuple(build(draft, original) for _, draft in self._parsed)

    def questionnaires_in_spite_of_errors(self) -> tuple[Questionnaire, ...]:
        """Return the questionnaire in each language in which it can be asked and counted.

        Nothing when that is not so in the original.
        """
        original = self.original
        if original is None or not is_sound(build(original, original)):
            return ()
        every = (build(draft, original) for _, draft in self._parsed)
        return tuple(questionnaire for questionnaire in every if is_sound(questionnaire))
