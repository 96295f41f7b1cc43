"""Times as they are stored, written as the user's clock would."""

from datetime import UTC, datetime


def is_time(text: str) -> bool:
    """Tell whether a text is an ISO 8601 time that a clock anywhere can show.

    In the first and the last year that can be written, another time zone may not.
    """
    try:
        return 1 < datetime.fromisoformat(text).astimezone(UTC).year < 9999
    except (ValueError, OverflowError):
        return False


def local_time(time: str) -> str:
    """Return an ISO 8601 time as local "2026-11-21 10:30"; ValueError when it is none."""
    return datetime.fromisoformat(time).astimezone().strftime("%Y-%m-%d %H:%M")
