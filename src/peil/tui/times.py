"""Days and times as one says them: today, yesterday, or the date."""

from datetime import date, datetime

from peil.text.languages import Words


def day_words(time: str, now: date, say: Words) -> str:
    """Return the day of an ISO 8601 time as one says it on the day `now`; empty when unknown."""
    try:
        day = datetime.fromisoformat(time).astimezone().date()
    except ValueError:
        return ""
    if day == now:
        return say("today")
    if (now - day).days == 1:
        return say("yesterday")
    if day.year == now.year:
        return say.date(day, year=False)
    return day.isoformat()


def moment_words(time: str, now: date, say: Words) -> str:
    """Return day and time of an ISO 8601 time ("yesterday 14:05"); empty when unknown."""
    day = day_words(time, now, say)
    return f"{day} {datetime.fromisoformat(time).astimezone():%H:%M}" if day else ""
