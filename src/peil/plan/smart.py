"""SMART: what makes an action or a goal one that can be checked.

Specific, measurable, acceptable, realistic and bound to a time: five short texts, the
question that each of them answers, and two examples that were filled in. All functions
are pure; nothing here forbids anything.
"""

from typing import Final, Literal, NamedTuple

from peil.assessment.model import Smart
from peil.text.languages import Words, mark

Subject = Literal["action", "goal"]
"""What is made checkable."""


class Letter(NamedTuple):
    """One of the five, and what it asks."""

    letter: str
    """Such as `S`; the same in Dutch and in English."""
    field: str
    """Its field in `Smart`."""
    name: str
    """What a person calls it, in English."""
    of_action: str
    """The question that its text answers for an action, in English."""
    of_goal: str
    """The same for a goal of the profile."""

    def asks(self, subject: Subject, say: Words) -> str:
        """Return the question that its text answers."""
        return say(self.of_action if subject == "action" else self.of_goal)


LETTERS: Final = (
    Letter(
        "S",
        "specific",
        mark("specific"),
        mark("What exactly will be different, and for whom?"),
        mark("What do you want to reach, with whom, and how do you know that they need it?"),
    ),
    Letter(
        "M",
        "measurable",
        mark("measurable"),
        mark("By which figure, or what that anyone can see, is it enough?"),
        mark("Which figure is it now, and which must it be on the last day?"),
    ),
    Letter(
        "A",
        "acceptable",
        mark("acceptable"),
        mark("Who must agree to it, and does it go against anybody's interest?"),
        mark("Does it fit what the business wants, and do those who will do it agree?"),
    ),
    Letter(
        "R",
        "realistic",
        mark("realistic"),
        mark("Is all that it takes there in time, and has somebody who knows the subject looked?"),
        mark("Can it be done with your hours and your people, and does everybody get it at once?"),
    ),
    Letter(
        "T",
        "time",
        mark("time"),
        mark("On which day is it done, and how long do you keep it up?"),
        mark("On which day is it reached, and how long do you hold it?"),
    ),
)
"""The five, in their order."""


class Example(NamedTuple):
    """A goal that was filled in, to look at; its texts are in English."""

    name: str
    about: str
    """What had been heard or seen before, in one sentence."""
    texts: Smart

    def told(self, say: Words) -> Smart:
        """Return its five texts in the reader's language."""
        return Smart(*(say(getattr(self.texts, each.field)) for each in LETTERS))


EXAMPLES: Final = (
    Example(
        mark("Listening"),
        mark("A bakery reads along where customers talk, and sees one question come back."),
        Smart(
            mark("Customers ask how to keep sourdough fresh: we write what they ask for."),
            mark("Six pieces. A piece is good when five readers say that it helped them."),
            mark("No recipe is given away, so the baker has nothing against it."),
            mark("The baker knows it all, has an hour a week, and reads each piece first."),
            mark("All six stand there on 1 March; every half year we look whether they are right."),
        ),
    ),
    Example(
        mark("Supporting"),
        mark("A wholesaler's help desk spends its mornings on the same two apps."),
        Smart(
            mark(
                "About the order app and the calendar app: 80 % fewer questions to the help desk."
            ),
            mark("Now 50 a month; on the last day at most 10."),
            mark("Colleagues may help each other in a group of their own; their managers agree."),
            mark("One page for each app, and one who looks in daily. All can retell this goal."),
            mark("Reached on 30 June, and held until the end of the year."),
        ),
    ),
)
"""The two that help shows: listening, and supporting."""


def missing(smart: Smart) -> tuple[Letter, ...]:
    """Return the letters of which the text is empty, in their order."""
    return tuple(each for each in LETTERS if not text_of(smart, each))


def text_of(smart: Smart, letter: Letter) -> str:
    """Return the text of one letter, without blanks around it."""
    text: str = getattr(smart, letter.field)
    return text.strip()
