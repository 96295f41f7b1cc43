"""The example firm: a bakery with five people, everything answered, much still to do."""

from datetime import date

from peil.questionnaire.catalog import Catalog, shipped_folder
from peil.sitting.begin import DEFAULT_QUESTIONNAIRES, Wishes, begin, frozen_sources
from peil.sitting.sitting import Sitting
from peil.store.workspace import Workspace
from peil.text.languages import mark, words

TITLE = mark("Example: Bakery Jansen")

LEVELS = {
    "iceberg": {
        "objectives": (2, 1, 2),
        "capacity": (2, 1, 3),
        "stakeholders": (2, 2, 2),
        "target-groups": (3, 3, 2),
        "content-planning": (2, 2, 2),
        "measuring": (1, 2, 1),
        "business-needs": (3, 3, 2),
        "research": (3, 2, 3),
        "monitoring": (3, 3, 2),
        "policy": (2, 1, 1),
    },
    "community-maturity": {
        "strategy": (2, 2, 1),
        "leadership": (2, 2, 2),
        "culture": (3, 3, 2),
        "community-management": (2, 1, 2),
        "content": (2, 2, 1),
        "policies": (1, 2, 1),
        "measurement": (1, 2, 1),
        "tools": (2, 2, 1),
    },
}
"""Levels by topic, in the order of its questions."""

EVIDENCE = {
    "iceberg/content-planning-calendar": mark("calendar on the fridge"),
    "iceberg/monitoring-check": mark("alert for our name, every morning"),
    "iceberg/target-groups-described": mark("three cards beside the till"),
}
NOTES = {
    "iceberg/objectives-written": mark("40 bread orders a week through Instagram; now it is 12."),
    "community-maturity/tools-chosen": mark("The account was there before the goals were."),
}
EVIDENCE_DATE = date(2026, 11, 14)


def make_demo(workspace: Workspace, language: str) -> Sitting:
    """Make the example firm afresh, in place of an earlier one; return it open.

    It answers the questionnaires that ship, whatever the user's own are called. Only an
    assessment that is itself the example is moved out of the way.
    """
    say = words(language)
    catalog = Catalog([shipped_folder()], workspace.cache)
    frozen_sources(catalog, workspace.cache, DEFAULT_QUESTIONNAIRES, language)
    for summary in workspace.summaries():
        if summary.demo:
            workspace.delete(summary.id)
    wishes = Wishes(say(TITLE), people="team", audience="customers", goals=("sales", "relations"))
    sitting = begin(workspace, catalog, wishes, language=language, demo=True)
    with sitting.all_or_nothing():
        for questionnaire, topics in LEVELS.items():
            for topic, levels in topics.items():
                questions = sitting.items.questions_of(f"{questionnaire}/{topic}")
                for question, level in zip(questions, levels, strict=True):
                    sitting.rate(question, level)
        for question, evidence in EVIDENCE.items():
            sitting.write_evidence(question, say(evidence), EVIDENCE_DATE)
        for question, note in NOTES.items():
            sitting.write_note(question, say(note))
    sitting.give_codes()
    return sitting
