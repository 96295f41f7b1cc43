"""What the checker says: one sentence or two per kind of problem, errors and warnings.

The keys are stable names: scripts rely on them. Each message says what is wrong
and what to write instead.
"""

from typing import Final

from peil.text.languages import mark

ERRORS: Final = {
    # The file
    "file-unreadable": mark("This file cannot be read: {reason}. Check its name and its rights."),
    "no-file": mark(
        "This is no file with text, but a folder, a pipe or a device. Give the name of a file; "
        "and keep anything else out of this folder."
    ),
    "file-too-large": mark(
        "This file is larger than {limit} bytes. Split the questionnaire in two."
    ),
    "not-utf-8": mark(
        "This line holds the byte {byte}, which is not UTF-8. "
        "Save the file as UTF-8 in your editor."
    ),
    "too-many-lines": mark(
        "This file has more than {limit} lines. Split the questionnaire in two."
    ),
    "line-too-long": mark(
        "This line is longer than {limit} characters. Break it, or shorten the text."
    ),
    "text-too-long": mark(
        "This paragraph is longer than {limit} characters. Shorten it, or make it two."
    ),
    "too-many-signs": mark(
        "This text holds more than {limit} signs that Markdown reads (such as `*`, `[`, `<`). "
        "Write it plainer."
    ),
    "too-many-signs-in-file": mark(
        "Up to here the file holds more than {limit} signs that Markdown reads (such as `*`, `[`, "
        "`<`). Write it plainer, or split the questionnaire in two."
    ),
    "hidden-character": mark(
        "This line holds the invisible character {character}, which can hide or turn round "
        "what others read. Delete the word around it and type it again."
    ),
    "hidden-entity": mark(
        "An `&…;` in this text stands for the invisible character {character}, which can hide "
        "or turn round what others read. Take it out."
    ),
    "too-many-questions": mark(
        "There are more than {limit} questions up to here. Split the questionnaire in two."
    ),
    "too-many-topics": mark(
        "There are more than {limit} topics up to here. Split the questionnaire in two."
    ),
    "too-many-items": mark(
        "This names {count} questions, more than the {limit} that are allowed on one line. "
        "Name fewer: a need on a topic stands for all its questions."
    ),
    "file-name-differs": mark(
        "The file name does not fit what is written in it. Call the file `{wanted}`."
    ),
    "id-translated": mark(
        "The id is the same in every language, and {original} says `{wanted}`. "
        "Write `id: {wanted}` instead of `{id}`."
    ),
    "file-twice": mark(
        "{first} holds `{id}` in the same language. Keep one of the two, "
        "or change `id` or `language`."
    ),
    # Front matter
    "front-matter-missing": mark(
        "A questionnaire begins with front matter. Write `---` on the first line, then lines "
        "such as `title: My questions`, and `---` again."
    ),
    "front-matter-open": mark(
        "The front matter does not end. Write `---` on a line of its own after its last line."
    ),
    "front-matter-reformatted": mark(
        "A formatter turned the front matter into a rule and a heading. Write `---` on the first "
        "line, each `name: value` on a line of its own, and `---` again; and keep that formatter "
        "away from the file."
    ),
    "front-matter-too-long": mark(
        "The front matter is longer than {limit} lines. Is its closing `---` in the wrong place?"
    ),
    "front-matter-line": mark("`{text}` is no `name: value`. Put a colon after the name."),
    "front-matter-unknown": mark("Front matter knows no `{name}`. Take the line out."),
    "front-matter-twice": mark("`{name}` stands on line {first} already. Keep one of the two."),
    "front-matter-empty": mark("`{name}` has no value. Write one after the colon."),
    "front-matter-incomplete": mark("The front matter has no `{name}`. Add `{name}: …`."),
    "front-matter-signs": mark(
        "Front matter needs no quotation marks or brackets. Write: {name}: {value}"
    ),
    "name-translated": mark(
        "`{name}` is no name here: names are English in every language. Write `{wanted}`."
    ),
    "version-invalid": mark("`{value}` is no version. Write a whole number, such as `version: 1`."),
    "language-invalid": mark(
        "`{value}` is no language code. Write two small letters, such as `language: nl`."
    ),
    "scale-invalid": mark(
        "`{value}` is no scale. Write the first and the last number, from 0 to 9, with 2 to 6 "
        "levels in all, such as `scale: 1 to 4`."
    ),
    "level-names-count": mark(
        "The scale has {wanted} levels, `level names` has {count}. "
        "Write one for each level, with commas between."
    ),
    "level-meanings-count": mark(
        "The scale has {wanted} levels, `level meanings` has {count}. "
        "Write one for each level, with semicolons between."
    ),
    "target-invalid": mark(
        "`{value}` is no target. Write the number of a level above the first, such as `target: 3`."
    ),
    "target-outside": mark(
        "The target {value} is not on the scale, or is its first level. "
        "Write a number from {first} to {last}."
    ),
    "yes-or-no": mark("`{name}` is `yes` or `no`, not `{value}`."),
    "weight-invalid": mark("`{value}` is no weight. Write a whole number from 1, or leave it out."),
    "original-twice": mark(
        "{first} says `original: yes` as well. Only the language written first does: "
        "take the line out of the other."
    ),
    # Headings
    "title-missing": mark("There is no title. Write `# {title}` after the front matter."),
    "title-twice": mark(
        "The title stands on line {first} already. Write `##` for a topic, `###` for a question."
    ),
    "title-late": mark("The title comes after a topic. Move it up, under the front matter."),
    "title-differs": mark(
        'The heading says "{heading}", the front matter `title: {title}`. Make them the same.'
    ),
    "text-before-title": mark("This stands before the title. Move it under the `#` heading."),
    "heading-too-deep": mark(
        "Headings go three deep: `#` title, `##` topic, `###` question. Take signs away, "
        "or write this as ordinary text."
    ),
    "heading-without-space": mark("Write a space after `{sign}`, or this is no heading."),
    "heading-underlined": mark(
        '"{text}" became a heading, because the line below it is a row of `-` or `=`. '
        "Take that line out."
    ),
    "heading-empty": mark("This heading has no words. Write them before the id."),
    "question-without-topic": mark(
        "This question belongs to no topic. Write a `##` heading with an id above it."
    ),
    "topic-without-id": mark("This topic has no id. Write: ## {words} `{proposal}`"),
    "question-without-id": mark("This question has no id. Write: ### {words} `{proposal}`"),
    "id-in-quotes": mark(
        "An id stands in back-quotes, not in quotation marks. Write: {sign} {words} `{id}`"
    ),
    "id-of-profile": mark(
        "`{id}` cannot be a question's id: `ask if` reads it as the profile. Choose another."
    ),
    "id-invalid": mark(
        "`{id}` is no id. Use only a-z, 0-9 and hyphens, at most 40 characters, such as "
        "`{proposal}`."
    ),
    "id-twice": mark("The id `{id}` is taken by line {first}. Give this one another."),
    "questions-missing": mark(
        "There is nothing to ask. Write a topic (`##`) with a question (`###`) in it."
    ),
    "core-missing": mark(
        "This topic has no core question. Write `- core: yes` under the question that the "
        "quick walk should ask."
    ),
    "core-twice": mark(
        "Line {first} holds this topic's core question already. Leave `core: yes` at one of them."
    ),
    # The order under a heading
    "not-under-title": mark(
        "Under the title stands only text. Move this to a topic or a question."
    ),
    "not-under-topic": mark(
        "Under a topic stand only settings (`- weight:`, `- goals:`) and text. "
        "Move this under a question."
    ),
    "settings-late": mark(
        "Settings stand directly under the heading. Move these bullets up, above the text."
    ),
    "settings-twice": mark(
        "The settings are two lists, from line {first} and from here. Use the same sign for all "
        "bullets, with nothing between them."
    ),
    "introduction-late": mark(
        "This text stands after the help or the levels. Move it up, between settings and help."
    ),
    "help-late": mark("The help stands after the levels. Move it up, above them."),
    "help-twice": mark(
        "The help from line {first} is cut in two. Put a line with only `>` between its "
        "paragraphs instead of an empty one."
    ),
    "help-only-text": mark("Help is text only. Write sentences instead of this list or heading."),
    "levels-missing": mark(
        "This question has no levels. Write them as a numbered list, with an empty line above."
    ),
    "levels-twice": mark(
        "The levels from line {first} are cut in two here. Indent what stands between them "
        "by three spaces, or move it."
    ),
    "levels-mixed-signs": mark(
        "`{sign}` among `{first}` begins a new list. Write the same sign after every number."
    ),
    "levels-count": mark(
        "The scale {first} to {last} has {wanted} levels, this question {count}. "
        "Write one item for each level."
    ),
    "level-empty": mark("This level has no text. Write what one would see at this level."),
    "level-bullets-shallow": mark(
        "These bullets belong to the level above, but are not indented enough. "
        "Put three spaces before each (and five before those below them)."
    ),
    "below-level": mark(
        "Under a level stand only bullets such as `- to get here:`. Write the level's text as one "
        "paragraph, and move this."
    ),
    "list-swallowed": mark(
        'The list that begins with "{text}" was taken for the text above it. '
        "Leave an empty line above it, or, before a bullet, take spaces away."
    ),
    "text-glued": mark(
        '"{text}" hangs on to the text above. Leave an empty line between them; '
        "or, if it belongs to it, indent it (in help: begin it with `>`)."
    ),
    "comparison-wrapped": mark(
        "A line that begins with `>` is a quote. Keep a comparison such as `needs: x >= 2` on one "
        'line: this one begins with "{text}".'
    ),
    "code-block": mark(
        "This is a block of code, because of its back-quotes or of four spaces. "
        "Write it as ordinary text."
    ),
    "rule-line": mark("A rule has no place in a questionnaire. Take this line out."),
    # Settings
    "setting-without-name": mark(
        '"{text}" is no setting. Write `- name: value`, such as `- core: yes`.'
    ),
    "bullet-sign": mark("`{sign}` makes no bullet. Write `-` and a space instead."),
    "setting-unknown": mark("There is no setting `{name}` here. Take it out, or mend the name."),
    "setting-twice": mark("`{name}` stands on line {first} already. Keep one of the two."),
    "setting-empty": mark("`{name}` has no value. Write one after the colon, or take it out."),
    "setting-of-topic": mark("`{name}` belongs directly under a topic's heading. Move it there."),
    "setting-of-question": mark(
        "`{name}` belongs directly under a question's heading. Move it there."
    ),
    "setting-of-level": mark(
        "`{name}` belongs to a level. Put it under the level's text, indented by three spaces."
    ),
    "setting-of-action": mark(
        "`{name}` belongs to an action. Put it under `- to get here:`, indented by five spaces."
    ),
    "below-setting": mark("Nothing may stand indented under `{name}`. Move this, or take it out."),
    "goal-unknown": mark(
        "`{name}` is no goal. Choose from visibility, relations, recruiting, knowledge, service, "
        "advertising, sales."
    ),
    "goal-twice": mark("The goal `{name}` is named twice. Keep one of the two."),
    "effort-invalid": mark(
        "`{value}` is no effort. Write minutes, hours or days of 8 hours: "
        "`45m`, `2h`, `1.5h`, `1d`."
    ),
    "needs-invalid": mark(
        "`{text}` is no need. Write `QUESTION >= LEVEL` (or a topic), such as "
        "`needs: goals-written >= 2`, with commas between several."
    ),
    "condition-invalid": mark(
        "`{text}` is no condition. Write `QUESTION >= LEVEL` (or `<=`, `=`, `<`, `>`), or "
        "`people = team`, with commas between several."
    ),
    "condition-profile": mark("`{text}` is no condition. Write `{field} =` and one of: {values}."),
    "see-invalid": mark("`{text}` is no question's id. Write one, such as `see: goals-written`."),
    "action-on-first-level": mark(
        "Nothing leads to the first level: one begins there. Take this `to get here` out, "
        "or move it one level up."
    ),
    # What needs the whole file, or several
    "needs-unknown": mark("This needs `{name}`, which no question or topic has as its id."),
    "needs-level": mark(
        "This needs `{name}` at level {level}, but its levels are {first} to {last}."
    ),
    "needs-itself": mark(
        "This level of `{question}` needs `{name} >= {level}`, and so waits for itself: no order "
        "of work can meet that. Lower the number, or take the need out."
    ),
    "needs-circle": mark(
        "These steps wait for each other, so that none can be first: {circle} "
        '(→ means "waits for"). Take out one of their needs.'
    ),
    "condition-unknown": mark("This asks for `{name}`, which no question here has as its id."),
    "condition-later": mark(
        "`{name}` is not asked before this question. Ask for an earlier one, or move it up."
    ),
    "condition-level": mark(
        "This compares `{name}` with level {level}, but its levels are {first} to {last}."
    ),
    "see-unknown": mark("`see` points at `{name}`, which no question has as its id."),
    "see-later": mark("`{name}` is not answered before this question. See an earlier one."),
    "was-in-use": mark(
        "`was: {id}` names an id that line {first} still uses. Name only ids that are gone."
    ),
}
"""Messages of what makes a questionnaire unusable, by code."""

WARNINGS: Final = {
    "file-name-unusual": mark(
        "Peil finds this file in a folder only when it is called `{wanted}`."
    ),
    "questionnaire-unknown": mark("Peil knows no questionnaire `{name}`."),
    "table": mark("A table shows as text with bars. Write sentences instead."),
    "image": mark("An image does not show, only its words do. Write what it should tell."),
    "html": mark("HTML shows as text, signs and all. Write plain Markdown instead."),
    "level-without-action": mark(
        "No action leads to level {level}, so that the plan can only repeat its words. "
        "Add `- to get here: …` under it."
    ),
    "levels-alike": mark(
        "This level says the same as the one on line {first}. Say what is different here."
    ),
    "level-too-long": mark(
        "This level has {count} characters. Bring it down to {limit}, so that the question fits "
        "on a small screen."
    ),
    "help-too-long": mark(
        "This help has {count} characters. Bring it down to {limit}, so that the question fits on "
        "a small screen."
    ),
    "action-alike": mark(
        "This action is written the same on line {first}. Say what is to be done here."
    ),
    "topic-without-questions": mark(
        "This topic has no questions, so that it never shows. Add one, or take it out."
    ),
    "question-never-asked": mark(
        "No answers and no profile make this condition true: the question is never asked. "
        "Change its `ask if`."
    ),
    "original-missing": mark(
        "This questionnaire has several languages, and none says which was written first. "
        "Add `original: yes` to that one."
    ),
    "translation-misses": mark("`{id}` of {original} is missing here. Translate it as well."),
    "translation-adds": mark(
        "`{id}` is not in {original}, so that it is left out. Add it there, or use its id."
    ),
    "translation-levels": mark(
        "The levels here are {own}, in {original} {first}. Make the scales the same."
    ),
    "translation-version": mark(
        "This is version {own}, {original} is version {first}. Bring both to the same."
    ),
    "translation-setting": mark(
        "`{name}` is not the same as on line {first} of {original}, which counts. "
        "Make them the same, or leave it out here."
    ),
    "translation-order": mark(
        "`{id}` stands elsewhere in {original}, whose order counts. Move it."
    ),
}
"""Messages of what makes a questionnaire worse than it could be, by code."""
