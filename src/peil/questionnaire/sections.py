"""From blocks to a draft: the title, its topics, their questions, and the order within."""

import msgspec

from peil.questionnaire.blocks import Block
from peil.questionnaire.draft import Draft, DraftFront, DraftQuestion, DraftTopic, Placed
from peil.questionnaire.ids import is_id, propose_id
from peil.questionnaire.levels import read_levels
from peil.questionnaire.model import HelpParagraph
from peil.questionnaire.problems import Problems
from peil.questionnaire.settings import (
    TOPIC_SETTINGS,
    compares,
    read_question_settings,
    read_settings,
    read_topic_settings,
)
from peil.questionnaire.values import PROFILE_VALUES

_QUOTES = frozenset("‘’‚‛“”„‟«»‹›´'\"")


class Section(msgspec.Struct):
    """A heading and the blocks up to the next one."""

    heading: Block
    blocks: list[Block]
    cut: bool = False
    """Whether what follows in it was left out, since its heading is too deep."""


def read_sections(front: DraftFront, blocks: list[Block], problems: Problems) -> Draft:
    """Return the draft that the blocks of a body make."""
    draft = Draft(front)
    walk = _Walk(draft, problems)
    for section in _sections(blocks, problems):
        walk.enter(section)
    if draft.title is None:
        problems.add("title-missing", front.end + 1, title=front.text("title") or "…")
    return draft


def _sections(blocks: list[Block], problems: Problems) -> list[Section]:
    """Return the blocks by heading; what only looks like a heading is noted and left out."""
    sections: list[Section] = []
    for block in blocks:
        if block.kind != "heading":
            if sections and not sections[-1].cut:
                sections[-1].blocks.append(block)
            elif not sections:
                problems.add("text-before-title", block.line)
        elif len(block.sign) > 3:
            problems.add("heading-too-deep", block.line)
            if block.id is not None:
                block.sign = "###"
                sections.append(Section(block, []))
            elif sections:
                sections[-1].cut = True
        elif block.underlined and block.id is None and sections:
            problems.add("heading-underlined", block.line, text=block.text)
        else:
            sections.append(Section(block, []))
    return sections


class _Walk:
    """The way through the sections, with what was met so far."""

    def __init__(self, draft: Draft, problems: Problems) -> None:
        """Begin before the first section of `draft`."""
        self._draft = draft
        self._problems = problems
        self._lines_of_ids: dict[str, int] = {}
        self._proposed: set[str] = set()

    def enter(self, section: Section) -> None:
        """Read one section into the draft."""
        depth = len(section.heading.sign)
        if depth == 1:
            self._title(section)
        elif depth == 2:
            self._topic(section)
        else:
            self._question(section)

    def _title(self, section: Section) -> None:
        heading = section.heading
        if self._draft.title is not None:
            self._problems.add("title-twice", heading.line, first=self._draft.title.line)
            self._draft.topics.append(DraftTopic("", "", heading.line))
            return
        # A title may end in back-quotes: only topics and questions have ids there.
        text = f"{heading.text} {heading.id or ''}".strip()
        self._draft.title = Placed(text, heading.line)
        if self._draft.topics:
            self._problems.add("title-late", heading.line)
        wanted = self._draft.front.text("title")
        if wanted and text != " ".join(wanted.split()):
            self._problems.add("title-differs", heading.line, heading=text, title=wanted)
        for block in section.blocks:
            if block.kind != "paragraph":
                self._problems.add("not-under-title", block.line)
        self._draft.introduction = _paragraphs(section.blocks)

    def _topic(self, section: Section) -> None:
        heading = section.heading
        name = self._id(heading, "topic-without-id")
        topic = DraftTopic(name, heading.text, heading.line)
        self._draft.topics.append(topic)
        blocks = list(section.blocks)
        if blocks and blocks[0].kind == "bullets":
            read_topic_settings(topic, blocks.pop(0), self._problems)
        for block in blocks:
            if block.kind == "bullets":
                late = read_settings(block, TOPIC_SETTINGS, self._problems)
                self._problems.add("settings-late" if late else "not-under-topic", block.line)
            elif block.kind != "paragraph":
                self._problems.add("not-under-topic", block.line)
        topic.introduction = _paragraphs(blocks)

    def _question(self, section: Section) -> None:
        heading = section.heading
        name = self._id(heading, "question-without-id")
        if name in PROFILE_VALUES:
            self._problems.add("id-of-profile", heading.line, id=name)
        question = DraftQuestion(name, heading.text, heading.line)
        if not self._draft.topics:
            self._problems.add("question-without-topic", heading.line)
            self._draft.topics.append(DraftTopic("", "", heading.line))
        question.complete = not section.cut
        self._draft.topics[-1].questions.append(question)
        _QuestionBlocks(question, self._draft.id, self._problems).read(section.blocks)

    def _id(self, heading: Block, missing: str) -> str:
        """Return a heading's id; nothing, with the problem noted, when it cannot be used."""
        known = self._lines_of_ids
        if not heading.text:
            self._problems.add("heading-empty", heading.line)
        quoted = _id_in_quotes(heading)
        if quoted:
            sign = heading.sign
            self._problems.add(
                "id-in-quotes", heading.line, sign=sign, words=heading.text, id=quoted
            )
        if heading.id is None:
            words = heading.text
            self._problems.add(missing, heading.line, words=words, proposal=self._propose(words))
            return ""
        if not is_id(heading.id):
            proposal = self._propose(heading.id or heading.text)
            self._problems.add("id-invalid", heading.line, id=heading.id, proposal=proposal)
            return ""
        if heading.id in known:
            first = known[heading.id]
            self._problems.add("id-twice", heading.line, id=heading.id, first=first)
            return ""
        known[heading.id] = heading.line
        return heading.id

    def _propose(self, words: str) -> str:
        proposal = propose_id(words, self._lines_of_ids.keys() | self._proposed)
        self._proposed.add(proposal)
        return proposal


class _QuestionBlocks:
    """The blocks under a question: settings, introduction, help, levels, in this order."""

    def __init__(self, question: DraftQuestion, questionnaire: str, problems: Problems) -> None:
        """Read into `question` of the questionnaire with that id."""
        self._question = question
        self._questionnaire = questionnaire
        self._problems = problems
        self._settings: list[Block] = []
        self._introduction: list[Block] = []
        self._help: Block | None = None
        self._numbers: list[Block] = []

    def read(self, blocks: list[Block]) -> None:
        """Read all blocks."""
        for block in blocks:
            if block.kind == "bullets":
                self._bullets(block)
            elif block.kind == "paragraph":
                self._paragraph(block)
            elif block.kind == "quote":
                self._quote(block)
            elif block.kind == "numbers":
                self._levels(block)
            else:
                self._problems.add(
                    "code-block" if block.kind == "code" else "rule-line", block.line
                )
        question = self._question
        for bullets in self._settings:
            read_question_settings(question, bullets, self._problems)
        question.introduction = _paragraphs(self._introduction)
        if self._help is not None:
            question.help = _help(self._help, self._problems)
            question.help_line = self._help.line
        if self._numbers:
            read_levels(question, self._numbers, self._questionnaire, self._problems)
        elif question.complete:
            self._problems.add("levels-missing", question.line)

    def _bullets(self, block: Block) -> None:
        if self._numbers:
            self._problems.add("level-bullets-shallow", block.line)
            self._numbers[-1].children[-1].children.append(block)
            self._question.complete = False
        elif self._introduction or self._help:
            self._problems.add("settings-late", block.line)
            self._settings.append(block)
        else:
            if self._settings:
                self._problems.add("settings-twice", block.line, first=self._settings[0].line)
            self._settings.append(block)

    def _paragraph(self, block: Block) -> None:
        if block.swallows:
            self._question.complete = False
        if self._numbers or self._help:
            self._problems.add("introduction-late", block.line)
        self._introduction.append(block)

    def _quote(self, block: Block) -> None:
        first = block.children[0] if block.children else None
        if first is not None and compares(first):
            self._problems.add("comparison-wrapped", block.line, text=f">{first.text}")
            if self._settings and not self._introduction:
                self._settings[-1].children.pop()  # what is left of it says nothing
            return
        if any(child.swallows for child in block.children):
            self._question.complete = False
        if self._help is not None:
            self._problems.add("help-twice", block.line, first=self._help.line)
            self._help.children.extend(block.children)
            return
        if self._numbers:
            self._problems.add("help-late", block.line)
        self._help = block

    def _levels(self, block: Block) -> None:
        if self._numbers:
            self._question.complete = False
            if block.sign != self._numbers[-1].sign:
                self._problems.add(
                    "levels-mixed-signs",
                    block.line,
                    sign=f"1{block.sign}",
                    first=f"1{self._numbers[-1].sign}",
                )
            elif not self._numbers[-1].children[-1].of_kind("bullets"):
                self._problems.add("levels-twice", block.line, first=self._numbers[0].line)
        self._numbers.append(block)


def _id_in_quotes(heading: Block) -> str:
    """Take an id out of a heading's text where other signs than back-quotes stand round it."""
    words, _, last = heading.text.rpartition(" ")
    if heading.id is not None or last[:1] not in _QUOTES or last[-1:] not in _QUOTES:
        return ""
    if not words or not is_id(last[1:-1]):
        return ""
    heading.text, heading.id = words, last[1:-1]
    return heading.id


def _paragraphs(blocks: list[Block]) -> str:
    """Return the paragraphs among the blocks, an empty line between."""
    return "\n\n".join(block.whole_text for block in blocks if block.kind == "paragraph")


def _help(quote: Block, problems: Problems) -> tuple[HelpParagraph, ...]:
    for block in quote.children:
        if block.kind != "paragraph":
            problems.add("help-only-text", block.line)
    return tuple(
        HelpParagraph(block.label, block.text)
        for block in quote.children
        if block.kind == "paragraph" and (block.label or block.text)
    )
