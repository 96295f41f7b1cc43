"""A team at the example firm: what it voted, and what it promised."""

from collections.abc import Sequence

from peil.sitting import Sitting

WORDS = ("1124", "2222", "1144", "2333", "3344", "1222")
"""What four people voted on the first core questions: far apart, agreed, far apart, nearly …"""


def voted(sitting: Sitting, words: Sequence[str] = WORDS) -> tuple[str, ...]:
    """Let a team of four vote on as many core questions as there are words; return those."""
    sitting.set_meeting(voters=4)
    questions = sitting.to_vote_on[: len(words)]
    for question, word in zip(questions, words, strict=True):
        sitting.tally(question, word)
    return questions
