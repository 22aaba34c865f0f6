"""How pages show words in another language than their own: with its ``lang``, its direction, and a remark."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field
from functools import lru_cache
from string import Formatter

from markupsafe import Markup, escape

from site_builder.frozen import frozen
from site_builder.model.amount import Range
from site_builder.model.article import Article
from site_builder.model.told import Told
from site_builder.rendering.html import marked, shielded, unbroken
from site_builder.rendering.languages import direction
from site_builder.rendering.machine import Quantity
from site_builder.rendering.markdown import markdown
from site_builder.rendering.messages import Messages, message
from site_builder.rendering.site import Site
from site_builder.rendering.units import unit_words

# What records call the texts of a chain; a newsroom may use words of its own, and translate them itself.
_RELATIONS = (
    message("original"),
    message("retelling"),
    message("translation"),
    message("machine translation"),
    message("reprint"),
    message("summary"),
    message("article"),
)


@frozen
class Wording:
    """What the templates of one site say, and how they show what editors wrote.

    An editor's words are plain where they are in the site's own language; told in another, they know which.
    """

    site: Site
    _needed: dict[str, Markup] = field(default_factory=dict, init=False, repr=False, compare=False)
    """The attributes that words of a language need, as far as they were asked for."""

    @property
    def messages(self) -> Messages:
        """Return the words of the interface."""
        return self.site.messages

    def language(self, words: str) -> str:
        """Return the language of an editor's words."""
        return words.language if isinstance(words, Told) else self.site.language

    def lang(self, words: str | None) -> Markup:
        """Return the attributes that an element with ``words`` needs: ``lang`` and ``dir``, or none."""
        # half of all that a page shows asks for this
        language = words.language if isinstance(words, Told) else self.site.language
        found = self._needed.get(language)
        return self._new_attributes(language) if found is None else found

    def article_lang(self, article: Article) -> Markup:
        """Return the attributes that an element with the title of an article needs."""
        if article.record.title is None:
            return self.lang(article.title)
        found = self._needed.get(article.language)
        return self._new_attributes(article.language) if found is None else found

    def _new_attributes(self, language: str) -> Markup:
        needed = _NOTHING
        if language != self.messages.language:
            turned = direction(language)
            ours = turned == direction(self.site.language)
            needed = Markup(f' lang="{escape(language)}"') + Markup("" if ours else f' dir="{turned}"')
        self._needed[language] = needed
        return needed

    def remark(self, words: str | None) -> Markup:
        """Return the remark that ``words`` are not told in the site's language yet, if they are not."""
        if not words or not isinstance(words, Told) or words.language == self.site.language:
            return _NOTHING
        return Markup(' <span class="un">{}</span>').format(self.messages.say(_UNTOLD))

    def told(self, words: str | None) -> Markup:
        """Return ``words`` as HTML, in an element of their own where they need one."""
        attributes = self.lang(words)
        shown = shielded(words) if type(words) is str else escape(words or "")
        return marked(f"<span{attributes}>{shown}</span>" if attributes and words else shown)

    def prose(self, words: str | None, top: int = 3) -> Markup:
        """Return Markdown as HTML, as :func:`markdown.markdown` does, with its language and a remark."""
        attributes = self.lang(words)
        shown = markdown(words, top)
        if not attributes:
            return shown
        remark = self.remark(words)
        return Markup("{}<div{}>\n{}</div>\n").format(
            Markup("<p>{}</p>\n").format(remark) if remark else "", attributes, shown
        )

    def into(self, words: str) -> str:
        """Return which language a translation is in, as its label says."""
        language = self.language(words)
        # each catalogue says here what it is itself
        return (
            self.messages.say(_IN)
            if language == self.messages.language
            else self.messages.language_name(language)
        )

    def relation(self, words: str | None) -> str:
        """Return what a text of the chain is, from the catalogue where the record does not tell it in this language."""
        if not words or (isinstance(words, Told) and words.language == self.site.language):
            return words or ""
        known = self.messages.say(words)
        return words if known == words and words not in _RELATIONS else known

    def unit(self, words: str) -> str:
        """Return a unit of the claim files as the newsroom's settings name it here, or the catalogue, or Unicode."""
        if not self.site.folder:
            return words
        said = words.said if isinstance(words, Told) else words
        here = self.site.units.get(said) or self.messages.words.get(said)
        if isinstance(here, str):
            return Told(here, self.site.language, said)
        own = self.site.editions[0].language
        return words if isinstance(words, Told) else unit_words(words, own, self.messages)

    def amount(self, amount: Range) -> str:
        """Return the amount of a claim file: as its editor wrote it, or as numbers are written in another language."""
        if not self.site.folder:
            return str(amount)
        return "–".join(
            dict.fromkeys((self.messages.decimal(amount.low), self.messages.decimal(amount.high)))
        )

    def filled(self, words: str, values: Mapping[str, object]) -> Markup:
        """Return a message with its gaps filled; of a tuple of messages, each is said."""
        return _fill(self.messages.say(words), **{name: self._piece(value) for name, value in values.items()})

    def _piece(self, value: object) -> str:
        if isinstance(value, Quantity):
            amount, unit = escape(self.amount(value.amount)), self.told(self.unit(value.unit))
            return marked(f"{amount} {unit}") if amount and unit else amount or unit
        if isinstance(value, int):
            return self.messages.number(value)
        if isinstance(value, tuple):
            return ", ".join(self.messages.say(each) for each in value)
        return self.told(value if isinstance(value, str) else str(value))

    def globals(self) -> dict[str, object]:
        """Return what templates know by name."""
        return {
            "site": self.site,
            "_": self.messages.say,
            "_n": self.messages.count,
            "direction": direction,
            "language_name": self.messages.language_name,
            "article_lang": self.article_lang,
        }

    def filters(self) -> dict[str, Callable[..., object]]:
        """Return the filters that depend on the language."""
        return {
            "date": self.messages.date,
            "number": self.messages.number,
            "size": self.messages.size,
            "lang": self.lang,
            "remark": self.remark,
            "told": self.told,
            "markdown": self.prose,
            "manual": markdown,
            "into": self.into,
            "relation": self.relation,
            "unit": self.unit,
            "fill": _fill,
            "filled": self.filled,
            "unbroken": unbroken,
        }


# What is often counted and is no measure; the settings name what else there is.
_COUNTED = (message("people"), message("employees"))
_UNTOLD = message("not translated yet")
_IN = message("In English")


_NOTHING = Markup("")


def _fill(pattern: str, **pieces: str) -> Markup:
    """Fill a message with pieces of HTML."""
    parts = _parted(pattern)
    if parts is None:
        return Markup(escape(pattern)).format(**pieces)
    said = [words if gap is None else f"{words}{escape(pieces[gap])}" for words, gap in parts]
    return marked("".join(said))


@lru_cache(maxsize=1024)
def _parted(pattern: str) -> tuple[tuple[str, str | None], ...] | None:
    """Return a message, escaped: its words, each with the name of the gap behind; ``None`` if a gap is no name."""
    found = list(Formatter().parse(str(escape(pattern))))
    if any(gap is not None and (how or kind or not gap.isidentifier()) for _, gap, how, kind in found):
        return None
    return tuple((words, gap) for words, gap, _, _ in found)
