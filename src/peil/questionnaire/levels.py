"""Levels: the numbered list of a question, with the actions and needs under them."""

from peil.questionnaire import values
from peil.questionnaire.blocks import Block
from peil.questionnaire.draft import DraftAction, DraftLevel, DraftQuestion
from peil.questionnaire.problems import Problems
from peil.questionnaire.settings import (
    ACTION_SETTINGS,
    LEVEL_SETTINGS,
    Setting,
    read_settings,
)


def read_levels(
    question: DraftQuestion, lists: list[Block], questionnaire: str, problems: Problems
) -> None:
    """Read the items of a question's numbered list (of all, when it was broken)."""
    for numbers in lists:
        for item in numbers.children:
            level = _level(item, questionnaire, problems)
            if any(child.swallows for child in item.children):
                question.complete = False
            question.levels.append(level)


def _level(item: Block, questionnaire: str, problems: Problems) -> DraftLevel:
    blocks = list(item.children)
    text = ""
    if blocks and blocks[0].kind == "paragraph":
        text = blocks.pop(0).whole_text
    if not text:
        problems.add("level-empty", item.line)
    level = DraftLevel(text, item.line)
    for block in blocks:
        if block.kind != "bullets":
            problems.add("below-level", block.line)
            continue
        for setting in read_settings(block, LEVEL_SETTINGS, problems):
            if setting.name in level.settings:
                first = level.settings[setting.name].line
                problems.add("setting-twice", setting.line, name=setting.name, first=first)
                continue
            level.settings[setting.name] = setting
            if setting.name == "needs":
                level.needs = values.needs(setting, questionnaire, problems)
            else:
                level.action = _action(setting, problems)
    return level


def _action(setting: Setting, problems: Problems) -> DraftAction:
    action = DraftAction(setting.text, setting.line)
    for block in setting.below:
        if block.kind != "bullets":
            problems.add("below-setting", block.line, name=setting.name)
            continue
        for detail in read_settings(block, ACTION_SETTINGS, problems):
            if detail.name == "effort":
                action.minutes = values.effort(detail, problems)
            elif detail.name == "role":
                action.role = detail.text
            elif detail.name == "done when":
                action.done_when = detail.text
            else:
                action.how.append(detail.text)
    return action
