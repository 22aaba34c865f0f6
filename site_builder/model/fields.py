"""Field types that the editor-written records share."""

from __future__ import annotations

import datetime
import re
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, StringConstraints, WithJsonSchema

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_PARTIAL_DATE = re.compile(r"[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?)?")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?")


def _partial_date(value: str) -> str:
    if not _PARTIAL_DATE.fullmatch(value):
        raise ValueError("write a date as 2025-10-24, or 2025-10 or 2025 where no more is known")
    return value


def _language(value: str) -> str:
    if not LANGUAGE.fullmatch(value):
        raise ValueError("write a language as its BCP 47 code, such as en, id, vi or zh-Hant")
    return value


class NoDay(ValueError):
    """A value that is not written as a day."""


def _day(value: Any) -> Any:
    # a bare number would be taken for seconds since 1970
    if isinstance(value, str) and not _DAY.fullmatch(value):
        raise NoDay("write it as 2026-11-23")
    return value


Day = Annotated[datetime.date, BeforeValidator(_day)]
"""A day as ``2025-10-24`` (ISO 8601), and nothing else that could be taken for one."""

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
"""Words that may not be empty."""


def _written(pattern: re.Pattern[str], *types: str) -> WithJsonSchema:
    """Say in a JSON Schema how a value is written. YAML takes a lone ``2025`` for a number: that is a type, too."""
    return WithJsonSchema({"type": ["string", *types], "pattern": f"^(?:{pattern.pattern})$"})


PartialDate = Annotated[str, AfterValidator(_partial_date), _written(_PARTIAL_DATE, "integer")]
"""A date as exactly as it is known: ``2025-10-24``, ``2025-10`` or ``2025`` (ISO 8601)."""

Language = Annotated[str, AfterValidator(_language), _written(LANGUAGE)]
"""A BCP 47 language code."""

Address = Annotated[str, StringConstraints(strip_whitespace=True, pattern=r"^https?://[^\s<>\"]+$")]
"""A web address; only http and https may become links."""


class Record(BaseModel):
    """An editor-written record: frozen, and an unknown key is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)
