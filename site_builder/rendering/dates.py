"""Days as machines read them."""

from __future__ import annotations

import datetime


def timestamp(date: datetime.date) -> str:
    """Write a day as RFC 3339 wants a moment: its first, UTC."""
    return f"{date.isoformat()}T00:00:00Z"
