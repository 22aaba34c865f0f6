"""The claim file: what was said, where, and what was found out about it."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StringConstraints, field_validator

from site_builder.model.amount import Amount
from site_builder.model.fields import SLUG, Address, Day, Language, PartialDate, Record, Text
from site_builder.model.told import Gloss, Prose


class Stance(StrEnum):
    """What a piece of evidence does to the claim."""

    ORIGINAL_WORDING = "original wording"
    SUPPORTS = "supports"
    REFUTES = "refutes"
    CONTEXT = "context"


class Status(StrEnum):
    """Whether readers see the claim."""

    DRAFT = "draft"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"
    """It was published once. Its page stays, and tells only that it was withdrawn, when and why."""


class ClaimFigure(Record):
    """A quantity that the claim states and that the quoted sentence must hold."""

    value: Amount = Field(description="A number, or a range such as `80 to 100`.")
    unit: Text | None = Field(
        None, description="What is counted: `hours per week`, `percent`, `USD`, `employees`."
    )
    note: Prose | None = Field(None, description="What a reader should know about this figure.")


class EvidenceFigure(Record):
    """A quantity that a source states, to be set beside the claim's: of the same thing, in the same unit."""

    value: Amount = Field(description="A number, or a range such as `80 to 100`, as the quote has it.")
    unit: Text | None = Field(None, description="What is counted, in the words of the claim's figure.")
    beside: Amount | None = Field(
        None,
        description="The claim's figure that it is set beside, by its value; only needed where the claim states "
        "several in this unit, or counts under another name.",
    )
    note: Prose | None = Field(None, description="What the source says it of, in a few words.")


class Snapshot(Record):
    """A kept copy of a source's text. The seal shows that nobody changed it since."""

    file: Text = Field(description="The text file, under the evidence folder.")
    sha256: Text = Field(pattern=r"^[0-9a-f]{64}$", description="The SHA-256 of its bytes, in hexadecimal.")


class Evidence(Record):
    """A source, with what it says and which way it points."""

    stance: Stance = Field(description="`original wording`, `supports`, `refutes` or `context`.")
    title: Text | None = Field(
        None, description="The source's title as printed; leave it out where none is known."
    )
    publisher: Text | None = Field(None, description="Who published it.")
    url: Address | None = Field(None, description="Where it stands.")
    published: PartialDate | None = Field(None, description="When it was published, as exactly as known.")
    read: Day | None = Field(None, description="When you read it.")
    archived: Address | None = Field(None, description="An archived copy.")
    language: Language | None = Field(None, description="The language of its words.")
    quote: Text | None = Field(None, description="Its words, exactly.")
    translation: Gloss | None = Field(None, description="The quote in the site's language.")
    figures: tuple[EvidenceFigure, ...] = Field(
        (), description="The quantities in the quote that are to be set beside the claim's."
    )
    snapshot: Snapshot | None = Field(
        None, description="A kept copy of the source's text, to check the quote against."
    )
    shows: Prose | None = Field(None, description="In one sentence, what it shows.")
    doubt: Prose | None = Field(None, description="What weakens it: second-hand, undated, partial.")


class Link(Record):
    """The claim's sentence in one text of the chain, and what changed on the way into it."""

    text: Text = Field(description="The `id` of a text in the article's chain, or `article`.")
    quote: Text | None = Field(
        None, description="The sentence there; leave it out where it could not be read."
    )
    translation: Gloss | None = Field(None, description="The quote in the site's language.")
    via: Prose | None = Field(None, description="Where the words were read, if not in that text itself.")
    change: Prose | None = Field(
        None, description="What changed from the text before; leave it out where nothing of substance did."
    )


class Correction(Record):
    """A dated, published change of a published claim."""

    date: Day = Field(description="When the change was published.")
    text: Prose = Field(description="What was wrong and what is right now.")


class Withdrawal(Record):
    """The end of a published claim."""

    date: Day = Field(description="When it was withdrawn.")
    reason: Prose = Field(description="Why, for readers who come by an old link.")


class Excuse(Record):
    """A named, reasoned, dated suppression of one finding."""

    rule: Text = Field(description="The rule's name or code, such as `quote-not-found`.")
    reason: Text = Field(description="Why the finding does not matter here.")
    until: Day = Field(description="The last day on which the excuse holds.")


def _former_id(value: str) -> str:
    if not all(SLUG.fullmatch(part) for part in value.split("/")):
        raise ValueError("write an id as it was, such as `100-jam/old-name`: no ending, no slash around it")
    return value


FormerId = Annotated[str, AfterValidator(_former_id)]
"""An id that a claim had: its file's path under the claims folder, without the ending."""


Topic = Annotated[Text, StringConstraints(max_length=80)]
"""A topic: its name becomes a part of an address."""


class Claim(Record):
    """One claim under review. The words of its fields are the editor's, the code's and the page's."""

    article: Text = Field(
        description="The article's name: its file in the articles folder without the ending."
    )
    quote: Text = Field(description="The words of the article, exactly. `[…]` leaves words out.")
    prefix: Text | None = Field(
        None, description="Words just before the quote, where it stands more than once."
    )
    suffix: Text | None = Field(
        None, description="Words just after the quote, where it stands more than once."
    )
    claim: Prose = Field(description="What is said, in one plain sentence.")
    translation: Gloss | None = Field(None, description="The quote in the site's language.")
    claimant: Text | None = Field(None, description="Who said it; leave it out where nobody is named.")
    claimant_is: Literal["person", "organisation"] | None = Field(
        None, description="What the claimant is: `person` or `organisation`."
    )
    figures: tuple[ClaimFigure, ...] = Field((), description="The quantities that the claim states.")
    calc: tuple[Text, ...] = Field(
        (), description="Calculations that your words rest on: `12 h × 6 d = 72 h`."
    )
    verdict: Text = Field(description="One step of the scale.")
    conclusion: Prose | None = Field(
        None, description="The verdict in one or two sentences that stand alone."
    )
    explanation: Prose | None = Field(None, description="The reasoning, in Markdown.")
    doubts: Prose | None = Field(
        None, description="Limits of the check and what could change the verdict, in Markdown."
    )
    evidence: tuple[Evidence, ...] = Field((), description="The sources.")
    chain: tuple[Link, ...] = Field((), description="The sentence in each earlier text, first to last.")
    checked_on: Day | None = Field(None, description="When the check was made.")
    checked_by: Text | None = Field(None, description="Who made it.")
    topics: tuple[Topic, ...] = Field((), description="What it is about.")
    corrections: tuple[Correction, ...] = Field((), description="Published changes, newest first.")
    excuses: tuple[Excuse, ...] = Field((), description="Findings that do not matter here, and why.")
    withdrawn: Withdrawal | None = Field(None, description="When and why it was withdrawn.")
    formerly: tuple[FormerId, ...] = Field(
        (), description="The ids that it had before, newest first: links to them stay alive."
    )
    status: Annotated[Status, Field(description="`draft`, `published` or `withdrawn`.")] = Status.DRAFT

    @field_validator("topics")
    @classmethod
    def _no_topic_twice(cls, topics: tuple[str, ...]) -> tuple[str, ...]:
        if len({topic.casefold() for topic in topics}) < len(topics):
            raise ValueError("name each topic once")
        return topics

    @property
    def published(self) -> bool:
        """Tell whether readers see this claim."""
        return self.status is Status.PUBLISHED
