"""Peil: how ready a small business is for social media and communities, and what comes first.

The house has one way through it: a Markdown questionnaire is read into a model
(`questionnaire`); a front end (`cli`, `tui`) gives answers through one door
(`sitting`); scores (`score`) and plan (`plan`) are computed from the two; `report`
and the screens show them; `store` keeps them.
"""

__version__ = "0.4.0"
