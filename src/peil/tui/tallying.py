"""Votes that are typed in one go while cards or fingers are up; what is typed is never shown."""

from peil.assessment.ballot import must_be_sign
from peil.assessment.team import MAX_VOTERS
from peil.errors import PeilError
from peil.text.languages import mark


class TallyWord:
    """One sign for each voter, as far as they are typed."""

    def __init__(self, signs: str, voters: int) -> None:
        """Take any of `signs`; `voters` is how many vote, 0 where nobody said it yet."""
        self.voters = voters
        """How many vote; 0 where that is not known."""
        self.word = ""
        """What was typed: for the sitting alone."""
        self.asks = False
        """Whether another Enter is asked for, because more or fewer were typed than vote."""
        self._signs = signs

    @property
    def typed(self) -> int:
        """How many signs were typed."""
        return len(self.word)

    def give(self, sign: str) -> None:
        """Take one more sign. PeilError for what is no vote; it says not which."""
        must_be_sign(sign, self._signs)
        if self.typed >= MAX_VOTERS:
            raise PeilError(mark("More than {most} cannot vote."), most=MAX_VOTERS)
        self.word += sign
        self.asks = False

    def take_back_sign(self) -> None:
        """Take the last sign back."""
        self.word = self.word[:-1]
        self.asks = False

    def is_sure(self) -> bool:
        """Tell whether Enter may finish it; where the number is another one, only the second time.

        PeilError while nothing is typed.
        """
        if not self.word:
            raise PeilError(mark("Type one sign for each voter first."))
        if self.voters in (0, self.typed) or self.asks:
            return True
        self.asks = True
        return False
