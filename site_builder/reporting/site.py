"""What came of verifying a finished site, as people read it in a terminal."""

from __future__ import annotations

from site_builder.reporting.summary import counted
from site_builder.reporting.text import told
from site_builder.verifying import Verified


def render(verified: Verified, *, colour: bool = False, width: int = 100) -> str:
    """Return the findings and a summary, ready to print; ``colour`` and ``width`` as in :func:`text.told`."""
    return told(verified.judged, _summary(verified), colour=colour, width=width)


def _summary(verified: Verified) -> list[str]:
    if verified.looked_at_nothing and not verified.judged:
        return ["Nothing was verified: no claim is published."]
    looked = f"{counted(verified.claims, 'claim')} and {counted(verified.articles, 'article')} looked for"
    found = counted(len(verified.judged), "error") if verified.judged else "none"
    return [f"{looked} on {counted(verified.pages, 'page')}.", f"  findings  {found}"]
