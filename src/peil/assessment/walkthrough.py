"""The walk from question to question: what is asked, what is next, how far one is.

States follow one rule: a question with `ask if` is not asked when its condition is
false, and pending while the condition rests on a question that is itself
unanswered, pending or don't know.
"""

from typing import Literal

QuestionState = Literal["rated", "unknown", "not-applicable", "unanswered", "pending", "not-asked"]
