"""Settings: bullets `- name: value` under a topic, a question, a level or an action."""

from typing import Final

import msgspec

from peil.questionnaire import values
from peil.questionnaire.blocks import Block
from peil.questionnaire.draft import DraftQuestion, DraftTopic, Placed
from peil.questionnaire.problems import Problems
from peil.questionnaire.translated import TRANSLATED

TOPIC_SETTINGS: Final = ("weight", "goals")
"""Names of the bullets under a `##` heading."""
QUESTION_SETTINGS: Final = ("core", "weight", "source", "evidence", "ask if", "see", "was")
"""Names of the bullets under a `###` heading."""
LEVEL_SETTINGS: Final = ("to get here", "needs")
"""Names of the bullets under a level."""
ACTION_SETTINGS: Final = ("effort", "role", "done when", "how")
"""Names of the bullets under `to get here`."""
_PLACES: Final = {
    "setting-of-topic": TOPIC_SETTINGS,
    "setting-of-question": QUESTION_SETTINGS,
    "setting-of-level": LEVEL_SETTINGS,
    "setting-of-action": ACTION_SETTINGS,
}


class Setting(Placed, frozen=True):
    """A bullet's value and line, with its name and what hangs under it."""

    name: str = ""
    below: tuple[Block, ...] = ()


def read_settings(bullets: Block, names: tuple[str, ...], problems: Problems) -> list[Setting]:
    """Return the bullets that have one of `names` and a value; the others are noted."""
    found: list[Setting] = []
    lines: dict[str, int] = {}
    for item in bullets.children:
        setting = _setting(item, problems)
        if setting is None:
            continue
        if setting.name not in names:
            _note_stranger(setting, names, problems)
            meant = setting.name.casefold()
            meant = TRANSLATED.get(meant, meant)
            if meant in names and meant not in lines and setting.text:
                found.append(msgspec.structs.replace(setting, name=meant))
                lines[meant] = setting.line
        elif setting.name in lines and setting.name != "how":
            first = lines[setting.name]
            problems.add("setting-twice", setting.line, name=setting.name, first=first)
        elif not setting.text:
            problems.add("setting-empty", setting.line, name=setting.name)
        else:
            found.append(setting)
        lines.setdefault(setting.name, setting.line)
    return found


def _setting(item: Block, problems: Problems) -> Setting | None:
    """Return the bullet as a setting; None, with the problem noted, if it is none."""
    first = item.children[0] if item.children else None
    if first is None or first.kind != "paragraph":
        problems.add("setting-without-name", item.line, text="")
        return None
    name, colon, value = (part.strip() for part in first.whole_text.partition(":"))
    if not colon or not name:
        problems.add("setting-without-name", item.line, text=first.whole_text)
        return None
    below = item.children[1:]
    for block in below:
        text = block.children[0] if block.kind == "quote" and block.children else None
        if text is not None and compares(text):
            problems.add("comparison-wrapped", block.line, text=f">{text.text}")
            return None
    if name != "to get here":
        for block in below:
            problems.add("below-setting", block.line, name=name)
    return Setting(value, item.line, name, tuple(below))


def compares(block: Block) -> bool:
    """Return whether a quote's text is what followed the `>` of a comparison."""
    number = block.text[:20].lstrip("= ").partition(",")[0].strip()
    return block.kind == "paragraph" and len(number) <= 2 and number.isdigit()


def _note_stranger(setting: Setting, names: tuple[str, ...], problems: Problems) -> None:
    """Note a name that belongs elsewhere, or nowhere."""
    for code, others in _PLACES.items():
        if setting.name in others:
            problems.add(code, setting.line, name=setting.name)
            return
    translated = TRANSLATED.get(setting.name.casefold(), "")
    if translated in names:
        problems.add("name-translated", setting.line, name=setting.name, wanted=translated)
    else:
        problems.add_unknown("setting-unknown", setting.line, setting.name, names)


def read_topic_settings(topic: DraftTopic, bullets: Block, problems: Problems) -> None:
    """Read the bullets under a topic."""
    for setting in read_settings(bullets, TOPIC_SETTINGS, problems):
        topic.settings[setting.name] = setting
        if setting.name == "weight":
            topic.weight = values.weight(setting, problems)
        else:
            topic.goals = values.goals(setting, problems)


def read_question_settings(question: DraftQuestion, bullets: Block, problems: Problems) -> None:
    """Read the bullets under a question."""
    for setting in read_settings(bullets, QUESTION_SETTINGS, problems):
        right = True
        if setting.name == "core":
            question.core = values.yes_or_no("core", setting, problems)
        elif setting.name == "weight":
            question.weight = values.weight(setting, problems)
        elif setting.name == "ask if":
            question.ask_if = values.conditions(setting, problems)
        elif setting.name == "see":
            right = values.twin(setting, problems)
        elif setting.name == "was":
            right = values.former_ids(setting, problems)
        if right:
            question.settings[setting.name] = setting
