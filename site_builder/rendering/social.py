"""Social cards: the picture that stands beside a shared link of a claim, an article or the site. As SVG.

A card shows words only where the fonts have all of their letters: a box in the place of a letter would be a picture
of our failure. A claim whose letters are missing gets a card with its verdict alone; where even the verdict cannot be
set, or an article's title, there is no card.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from site_builder.frozen import frozen
from site_builder.rendering.catalogue import Catalogue, Listed, ListedArticle
from site_builder.rendering.environment import Renderer
from site_builder.rendering.languages import direction
from site_builder.rendering.lettering import Fitted, Lettering
from site_builder.rendering.reviewed import CARD

CARD_SIZE = WIDTH, HEIGHT = 1200, 630
"""Pixels, as networks ask for them."""
WORDLESS = (
    "{count} social cards show a verdict without its claim: the fonts lack letters of it. Put a font that has them "
    "into the folder `cards` of your templates."
)
_MARGIN = 72
_LEADING = 1.24
"""Height of a line in parts of its size: Vietnamese marks need it."""
_SIZES = (68, 62, 56, 50, 45, 40, 36)
_TITLE = 290
"""Height of the room for a title or a claim."""
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ICON = re.compile(r'<symbol id="(?P<id>[^"]+)" viewBox="0 0 16 16">(?P<drawing>.*?)</symbol>', re.DOTALL)


@frozen
class Drawing:
    """A card to be drawn: its file's path in the site, and its SVG. ``wordless`` tells that the claim is left out."""

    path: str
    svg: str
    wordless: bool = False


class SocialCards:
    """The social cards of a site in one language."""

    def __init__(self, renderer: Renderer) -> None:
        self._renderer = renderer
        self._lettering: Lettering = renderer.lettering
        icons = renderer.assets.files["assets/icons.svg"].decode()
        self._icons = {found["id"]: found["drawing"] for found in _ICON.finditer(icons)}

    def drawings(self, catalogue: Catalogue) -> Iterator[Drawing]:
        """Yield every card of the site: its own, then articles and claims in order."""
        if self._renderer.site.card:
            yield self._of_site()
        yield from (self._of_article(reviewed, catalogue) for reviewed in catalogue.articles if reviewed.card)
        yield from (self._of_claim(entry) for entry in catalogue.entries if entry.card)

    def _of_site(self) -> Drawing:
        site = self._renderer.site
        return self._drawing(CARD, site.name, kind="site", text=site.description)

    def _of_claim(self, entry: Listed) -> Drawing:
        return self._drawing(entry.card, entry.claim, kind="claim", entry=entry)

    def _of_article(self, reviewed: ListedArticle, catalogue: Catalogue) -> Drawing:
        counts = [(step, len(catalogue.with_verdict(step, reviewed.entries))) for step in catalogue.steps]
        given = [each for each in counts if each[1]]
        return self._drawing(
            reviewed.card, reviewed.article.title, kind="article", reviewed=reviewed, counts=given
        )

    def _drawing(self, path: str, title: str, **names: object) -> Drawing:
        settable = self._lettering.can_set(title)
        svg = self._renderer.page(
            "social.svg", title=self._fit(title) if settable else None, **self._common(), **names
        )
        return Drawing(path, _NO_XML.sub("", svg), wordless=not settable)

    def _common(self) -> dict[str, object]:
        site = self._renderer.site
        rtl = direction(site.language) == "rtl"
        return {
            "width": WIDTH,
            "height": HEIGHT,
            "margin": _MARGIN,
            "leading": _LEADING,
            "family": self._lettering.family,
            "icons": self._icons,
            "name": site.name if site.card else "",
            "can_set": self._lettering.can_set,
            "fit": self._fit,
            "room": self._lettering.width,
            "start": WIDTH - _MARGIN if rtl else _MARGIN,
            "anchor": "end" if rtl else "start",
        }

    def _fit(self, words: str, height: int = _TITLE, sizes: tuple[int, ...] = _SIZES) -> Fitted:
        return self._lettering.fit(words, sizes, WIDTH - 2 * _MARGIN, height, leading=_LEADING)
