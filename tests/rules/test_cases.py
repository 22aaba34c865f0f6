"""Every rule against its cases: ``tests/rules/<CODE>.yaml``, names ``passes_when_…`` and ``fails_when_…``.

A failing case lists its findings in order. Of each finding it may give ``says`` (parts of the message), ``helps``
(parts of the help), ``file``, ``points_at`` (the words marked in the file to mend) and ``shows`` (the words marked
in each other place).
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from site_builder.model.finding import Judged
from site_builder.model.source import Spot
from tests.rules import newsroom

HERE = Path(__file__).parent


def load(path: Path) -> dict[str, Any]:
    # As the newsroom's own files are read: every value is text.
    return dict(yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader))


def cases() -> Iterator[Any]:
    for path in sorted(HERE.glob("*.yaml")):
        for name, case in load(path).items():
            yield pytest.param(path.stem, name, case, id=f"{path.stem}-{name}")


@pytest.mark.parametrize(("code", "name", "case"), list(cases()))
def test_case(code: str, name: str, case: dict[str, Any]) -> None:
    found = [judged for judged in newsroom.judged(case) if judged.finding.code == code]
    expected = case.get("findings", [])
    assert bool(expected) == name.startswith("fails_when_"), "a failing case lists its findings"
    said = [judged.finding.message for judged in found]
    assert len(found) == len(expected), said
    for judged, wanted in zip(found, expected, strict=True):
        assert_like(judged, wanted)


def assert_like(judged: Judged, wanted: dict[str, Any]) -> None:
    assert wanted.keys() <= {"says", "helps", "file", "points_at", "shows", "note"}
    for part in listed(wanted.get("says")):
        assert part in judged.finding.message
    for part in listed(wanted.get("helps")):
        assert part in judged.finding.help
    assert wanted.get("file", judged.spot.path) == judged.spot.path
    assert wanted.get("note", judged.spot.note) == judged.spot.note
    assert wanted.get("points_at", words(judged.spot)) == words(judged.spot)
    shown = [words(spot) for spot in judged.related]
    assert wanted.get("shows", shown) == shown


def listed(value: str | list[str] | None) -> list[str]:
    return [value] if isinstance(value, str) else value or []


def words(spot: Spot) -> str:
    return spot.marked.of(spot.excerpt)


def test_base_is_sound() -> None:
    """The newsroom that cases start from has no finding at all, so that what a case changes is what fails."""
    assert newsroom.judged({}) == ()
