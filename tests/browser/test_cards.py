"""The card of a claim in another site's frame."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.browser

_NEEDED = "Math.ceil(document.querySelector('main').lastElementChild.getBoundingClientRect().bottom)"


def test_every_card_fits_the_size_it_asks_for(real_site: Path, address: str, chromium_wide: Page):
    responses = sorted(real_site.glob("claims/**/oembed.json"))
    assert responses
    for path in responses:
        told = json.loads(path.read_text())
        chromium_wide.set_viewport_size({"width": told["width"], "height": told["height"]})
        chromium_wide.goto(f"{address}{path.parent.relative_to(real_site).as_posix()}/embed/")
        needed = chromium_wide.evaluate(_NEEDED)
        # neither cut nor lost in an empty frame
        assert 0 <= told["height"] - needed <= 90, path


def test_a_narrow_card_does_not_scroll_sideways(address: str, chromium_wide: Page):
    chromium_wide.set_viewport_size({"width": 280, "height": 400})
    chromium_wide.goto(f"{address}claims/100-jam/600-layoffs-at-meta/embed/")
    assert chromium_wide.evaluate("document.documentElement.scrollWidth") == 280
