"""Articles: the text under check, its structure, and the record an editor keeps beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field
from enum import StrEnum

from pydantic import Field, model_validator

from site_builder.frozen import frozen
from site_builder.model.fields import SLUG, Address, Day, Language, PartialDate, Record, Text
from site_builder.model.source import Problem, Source
from site_builder.model.span import Span
from site_builder.model.told import Prose, Translations


class BlockKind(StrEnum):
    """What a block of the text is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    CAPTION = "caption"
    FURNITURE = "furniture"
    CREDIT = "credit"
    ITEM = "item"
    QUOTATION = "quotation"

    @property
    def is_article(self) -> bool:
        """Tell whether the words are the article's own: captions, credits and strays are not."""
        return self in (self.PARAGRAPH, self.HEADING, self.ITEM, self.QUOTATION)


@frozen
class Block:
    """A stretch of the text that stands on lines of its own.

    ``level`` is that of a heading; ``line`` is the line of the article's file, from 1, 0 where unknown.
    """

    kind: BlockKind
    span: Span
    level: int = 0
    line: int = 0


@frozen
class Inline:
    """Mark-up in a block of a Markdown article: ``em``, ``strong``, ``code`` or ``a`` with ``href``."""

    tag: str
    span: Span
    href: str = ""


@frozen
class Sentence:
    """A sentence of the text, the ``number``th from 0. All ``names`` are made when somebody asks for one."""

    span: Span
    kind: BlockKind
    number: int
    names: Sequence[str] = field(compare=False, repr=False)

    @property
    def id(self) -> str:
        """Return its name: made from its words, so that links survive edits elsewhere."""
        return self.names[self.number]


class EarlierText(Record):
    """A text that the article goes back to."""

    id: Text = Field(description="A short name for links from claim files, such as `wsj`.")
    relation: Prose = Field(
        description="What it is to the next text: `original`, `retelling`, `translation`."
    )
    title: Text | None = Field(None, description="Its title as printed.")
    publisher: Text | None = Field(None, description="Who published it.")
    author: Text | None = Field(None, description="Who wrote it.")
    url: Address | None = Field(None, description="Where it stands.")
    language: Language = Field(description="Its language.")
    published: PartialDate | None = Field(None, description="When it was published, as exactly as known.")
    note: Prose | None = Field(None, description="How much of it could be read, and where.")


class SetAside(Record):
    """A sentence that nobody will check, and why."""

    quote: Text = Field(description="The words of the article.")
    reason: Prose = Field(description="Why it is not checked.")


class Wording(Record):
    """Words of the article before and after its publisher changed it."""

    before: Text | None = Field(None, description="The words as they stood; left out where they are new.")
    after: Text | None = Field(None, description="The words now; left out where they are gone.")

    @model_validator(mode="after")
    def _says_something(self) -> Wording:
        if not (self.before or self.after):
            raise ValueError("give the words before, the words after, or both")
        return self


class Revision(Record):
    """A dated change of the article's text after it had been checked."""

    date: Day = Field(description="When the text here was brought up to date.")
    text: Prose = Field(description="What changed in the article, and what that means for the claims.")
    wordings: tuple[Wording, ...] = Field((), description="The passages that changed, before and after.")


class Structure(Record):
    """What the lines of a plain-text article are, declared by quoting them."""

    headings: tuple[Text, ...] = Field((), description="Lines that are headings.")
    captions: tuple[Text, ...] = Field((), description="Picture captions.")
    credits: tuple[Text, ...] = Field((), description="Lines that tell the source.")
    furniture: tuple[Text, ...] = Field((), description="Stray lines that are no part of the article.")


class ArticleRecord(Record):
    """The YAML file beside an article's text."""

    title: Text | None = Field(None, description="The title as printed; leave it out where none is known.")
    working_title: Prose | None = Field(None, description="Your own name for it, where no title is known.")
    publisher: Text | None = Field(None, description="Who published it.")
    author: Text | None = Field(None, description="Who wrote it.")
    url: Address | None = Field(None, description="Where it stands.")
    archived: Address | None = Field(None, description="An archived copy.")
    language: Language = Field(description="The language of the text.")
    published: PartialDate | None = Field(None, description="When it was published, as exactly as known.")
    read: PartialDate | None = Field(None, description="When the text was taken.")
    relation: Prose | None = Field(None, description="What it is to the text before: `machine translation`.")
    note: Prose | None = Field(None, description="What a reader should know about this text.")
    chain: tuple[EarlierText, ...] = Field((), description="The texts it goes back to, first to last.")
    structure: Structure = Field(Structure(), description="What its lines are.")
    set_aside: tuple[SetAside, ...] = Field(
        (), description="Sentences that nobody will check, each with its reason."
    )
    revisions: tuple[Revision, ...] = Field(
        (), description="Changes of the text after it was checked, newest first."
    )

    @model_validator(mode="after")
    def _has_a_name(self) -> ArticleRecord:
        if not (self.title or self.working_title):
            raise ValueError("give a title as printed, or a working_title of your own")
        names = [text.id for text in self.chain]
        if len(set(names)) < len(names) or "article" in names:
            raise ValueError("each text of the chain needs an id of its own, and none may be `article`")
        return self


@frozen
class Article:
    """An article: ``text`` is what a reader reads; every offset counts its code points.

    ``name`` is the file's name without its ending. ``problems`` says what in its record could not be read;
    ``record`` is then ``None`` if nothing usable was left. ``translations`` are the record's words in other languages.
    """

    name: str
    path: str
    text: str
    record: ArticleRecord
    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...]
    inlines: tuple[Inline, ...] = ()
    record_source: Source | None = None
    problems: tuple[Problem, ...] = field(default=())
    translations: Translations = field(default_factory=dict)

    @property
    def title(self) -> str:
        """Return the title as printed, or else the editor's working title."""
        return self.record.title or self.record.working_title or self.name

    @property
    def language(self) -> str:
        """Return the BCP 47 code of the text's language."""
        return self.record.language


def is_slug(name: str) -> bool:
    """Tell whether ``name`` can stand in an address as it is: lower-case letters, digits, single hyphens."""
    return SLUG.fullmatch(name) is not None
