"""Dates as rules compare them: partial ones as far as they go, and the future seen from anywhere on Earth."""

from __future__ import annotations

import datetime

# The check may run in another time zone than the editor's desk: it can be tomorrow there already.
_SLACK = datetime.timedelta(days=1)


def in_future(date: datetime.date | str, today: datetime.date) -> bool:
    """Tell whether a date, or an ISO 8601 date of any precision (``2025-10``), has not come yet anywhere."""
    return after(date, today + _SLACK)


def after(one: datetime.date | str, other: datetime.date | str) -> bool:
    """Tell whether ``one`` is surely later than ``other``, as far as the less exact of the two is known."""
    first, second = str(one), str(other)
    known = min(len(first), len(second))
    return first[:known] > second[:known]
