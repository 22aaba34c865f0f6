"""Every input that was ever worth keeping keeps its promise; `make fuzz` looks for new ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fuzz import promises

KEPT = Path(__file__).parent / "kept"
INPUTS = sorted(path for path in KEPT.glob("*/*") if path.is_file())


def test_each_promise_has_inputs():
    assert {path.parent.name for path in INPUTS} == promises.PROMISES.keys()


@pytest.mark.parametrize("path", INPUTS, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_kept(path: Path):
    promises.keep(path.parent.name, path.read_bytes())


def test_a_broken_promise_is_noticed(monkeypatch: pytest.MonkeyPatch):
    """A finder that cuts numbers would be found out."""

    def careless(prepared: object, quote: str) -> object:
        from site_builder.model.anchor import Anchor, AnchorStatus
        from site_builder.model.span import Span

        return Anchor(AnchorStatus.EXACT, ((Span(3, 13),),))

    monkeypatch.setattr(promises, "anchor", careless)
    with pytest.raises(AssertionError):
        promises.keep("quotes", b"\x001,600 layoffs\x0000 layoffs")
