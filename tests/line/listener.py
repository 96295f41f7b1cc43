"""A voice that is played: it answers from a script and remembers what was said."""

from collections.abc import Sequence

from peil.line.voice import Choice, Stopped


class Listener:
    """Answers one thing after the other; when nothing is left, the person is gone."""

    def __init__(self, *answers: str) -> None:
        """Answer these, in order."""
        self._answers = list(answers)
        self.heard: list[str] = []
        """Every line that was said or asked."""
        self.offered: list[str] = []
        """The keys of the choices that were offered last."""

    @property
    def text(self) -> str:
        """Everything that was said, as one text."""
        return "\n".join(self.heard)

    def tell(self, *lines: str) -> None:
        """Hear some lines."""
        self.heard += lines

    def choose(
        self,
        question: str,
        choices: Sequence[Choice],
        others: Sequence[Choice] = (),
        default: str = "",
        *,
        known: bool = False,
    ) -> str:
        """Choose the next answer, which must be offered; an empty one takes the default."""
        self.heard += [question, *(choice.words for choice in choices if not known)]
        self.offered = [choice.key for choice in (*choices, *others)]
        answer = self._next() or default
        assert answer in (*self.offered, default), f"{answer} is not offered: {self.offered}"
        return answer

    def line(self, question: str, default: str = "") -> str:
        """Type the next answer."""
        self.heard.append(question)
        return self._next() or default

    def hidden_line(self, question: str) -> str:
        """Type the next answer unseen."""
        return self.line(question)

    def speak(self, language: str) -> None:
        """Note the language."""
        self.heard.append(f"[{language}]")

    def _next(self) -> str:
        if not self._answers:
            raise Stopped
        return self._answers.pop(0)
