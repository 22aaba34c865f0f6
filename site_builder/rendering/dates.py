"""Dates as readers see them."""

from __future__ import annotations

import datetime

# English for now; other interface languages bring their own months with their catalogue.
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def date_text(value: datetime.date | str) -> str:
    """Write a date as exactly as it is known: ``24 October 2025``, ``October 2025`` or ``2025``."""
    year, *rest = str(value).split("-")
    month = [_MONTHS[int(rest[0]) - 1]] if rest else []
    day = [str(int(rest[1]))] if len(rest) > 1 else []
    return " ".join([*day, *month, year])


def timestamp(date: datetime.date) -> str:
    """Write a day as RFC 3339 wants a moment: its first, UTC."""
    return f"{date.isoformat()}T00:00:00Z"
