"""The minutes of a team: what it voted and agreed, what is parked, and what it promised."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from peil.assessment.agenda import by_consensus
from peil.assessment.team import Agreement, TeamVote
from peil.assessment.votes import verdict
from peil.report.commitments import fist_words, promise_lines
from peil.report.escape import escaped
from peil.report.given import answer_words
from peil.report.headline import headline_of
from peil.report.vote_words import agreed_in_full, counts_words, measures_words, verdict_words
from peil.sitting.view import View
from peil.text.languages import Words, words


def minutes(view: View) -> str:
    """Return the minutes as Markdown, whatever there is of them so far."""
    say = words(view.language)
    lines = [
        "# " + say("Minutes – {title}", title=escaped(view.assessment.title)),
        *_about(view, say),
        "",
        escaped(headline_of(view)),
        *_topics(view, say),
        *_voted(view, say),
        *_no_longer_asked(view, say),
        *_parked(view, say),
        *_promised(view, say),
    ]
    return "\n".join(lines) + "\n"


def days_of(view: View, say: Words) -> list[str]:
    """Return the days on which the team met, the first one first."""
    assessment = view.assessment
    times = [assessment.meeting.began, *(parked.time for parked in assessment.parked)]
    for vote in assessment.votes.values():
        times += [votes.time for votes in vote.rounds]
        if vote.agreed is not None:
            times.append(vote.agreed.time)
    days = sorted({datetime.fromisoformat(time).astimezone().date() for time in times if time})
    return [say.date(day) for day in days]


def _about(view: View, say: Words) -> Iterator[str]:
    """Yield when it was, who was there, and how long it took."""
    meeting = view.assessment.meeting
    told = {
        say("date"): say.listing(days_of(view, say)),
        say("voters"): str(meeting.voters or ""),
        say("present"): ", ".join(meeting.names),
        say("time used"): say(
            "{used} of {minutes} minutes", used=-(-meeting.used // 60), minutes=meeting.minutes
        )
        if meeting.used
        else "",
    }
    lines = [f"- **{name}:** {escaped(value)}" for name, value in told.items() if value]
    if lines:
        yield from ("", *lines)


def _topics(view: View, say: Words) -> Iterator[str]:
    """Yield the topics by consensus, the least of one mind first."""
    found = by_consensus(view.items, view.assessment)
    if not found:
        return
    yield from ("", "## " + say("Talk about these: the topics, the least of one mind first"), "")
    for number, each in enumerate(found, 1):
        title = escaped(view.items.topic(each.topic).title)
        index = say("consensus {index}", index=say.number(each.consensus, 2))
        yield f"{number}. {title} – {index}"
        for question in each.contested:
            text = escaped(view.items.question(question).text)
            yield "   - " + say("contested: {question}", question=text)


def _voted(view: View, say: Words) -> Iterator[str]:
    """Yield each question that was voted on, under its topic."""
    votes, items = view.assessment.votes, view.items
    if not any(vote.rounds for vote in votes.values()):
        yield from ("", say("Nobody has voted yet."))
    for topic in items.topics:
        voted = [name for name in items.questions_of(topic) if name in votes]
        if voted:
            yield from ("", f"## {escaped(items.topic(topic).title)}")
        for question in voted:
            yield from ("", f"### {escaped(items.question(question).text)}", "")
            yield from _question(view, question, votes[question], say)


def _question(view: View, question: str, vote: TeamVote, say: Words) -> Iterator[str]:
    scale = view.items.questionnaire_of(question)
    for number, votes in enumerate(vote.rounds, 1):
        name = say("first round") if number == 1 else say("round {number}", number=number)
        said = (
            counts_words(votes, say),
            verdict_words(verdict(votes, scale), say),
            measures_words(votes, scale, say),
        )
        yield f"- **{name}:** {escaped('; '.join(part for part in said if part))}"
    agreed = vote.agreed
    if agreed is None:
        yield "- **" + say("agreed level") + ":** " + say("nothing agreed yet")
        return
    told = agreed_in_full(agreed, view.items.question(question), say)
    yield "- **" + say("agreed level") + f":** {escaped(told)}"
    if agreed.reason and agreed.state != "not-applicable":
        yield "- **" + say("reason") + f":** {escaped(agreed.reason)}"
    if agreed.dissent:
        yield "- **" + say("seen otherwise") + f":** {escaped(agreed.dissent)}"
    yield from _since(view, question, vote, agreed, say)


def _since(
    view: View, question: str, vote: TeamVote, agreed: Agreement, say: Words
) -> Iterator[str]:
    """Yield what changed since the team agreed."""
    if agreed.rounds < len(vote.rounds):
        yield (
            "- **"
            + say("since then")
            + ":** "
            + say("there was another vote, and nothing was agreed after it")
        )
    answer = view.answer(question)
    if (answer.state, answer.level) != (agreed.state, agreed.level):
        now = escaped(answer_words(view, question))
        yield "- **" + say("since then") + ":** " + say("the answer is now {answer}", answer=now)


def _no_longer_asked(view: View, say: Words) -> Iterator[str]:
    """Yield what was voted on questions that a newer questionnaire does not have."""
    gone = {
        name: vote
        for name, vote in sorted(view.assessment.votes.items())
        if not view.items.has_question(name)
    }
    if not gone:
        return
    yield from ("", "## " + say("No longer asked"), "")
    for name, vote in gone.items():
        rounds = "; ".join(counts_words(votes, say) for votes in vote.rounds)
        yield f"- {escaped(name)}: {escaped(rounds)}"


def _parked(view: View, say: Words) -> Iterator[str]:
    """Yield what belongs elsewhere, with the question at which it came up."""
    if not view.assessment.parked:
        return
    yield from ("", "## " + say("Parking lot"), "")
    for parked in view.assessment.parked:
        at = view.items.question(parked.question).text if _is_here(view, parked.question) else ""
        if parked.text and at:
            told = say("{text} (at: {question})", text=parked.text, question=at)
        elif parked.text:
            told = parked.text
        else:
            told = say("the question itself: {question}", question=at or parked.question)
        yield f"- {escaped(told)}"


def _is_here(view: View, question: str) -> bool:
    return view.items.has_question(question)


def _promised(view: View, say: Words) -> Iterator[str]:
    promises: Sequence[str] = promise_lines(view, say)
    fist = fist_words(view, say)
    if not promises and not fist:
        return
    yield from ("", "## " + say("Promises"), "")
    yield from promises
    if fist:
        yield from ("", escaped(fist))
