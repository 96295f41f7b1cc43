"""One organisation's answers, and the walk through the questions."""
