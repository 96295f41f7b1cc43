"""Times as they are stored, written as the user's clock would."""

from datetime import datetime


def local_time(time: str) -> str:
    """Return an ISO 8601 time as local "2026-11-21 10:30"; ValueError when it is none."""
    return datetime.fromisoformat(time).astimezone().strftime("%Y-%m-%d %H:%M")
