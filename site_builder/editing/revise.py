"""What a changed article means for each claim on it. Nothing is anchored anew: this proposes, people decide."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from enum import StrEnum

from site_builder.anchoring import Prepared, anchor, prepare
from site_builder.anchoring.nearest import figures_differ
from site_builder.frozen import frozen
from site_builder.model.anchor import Anchor, AnchorStatus
from site_builder.model.article import Article, Sentence, Wording
from site_builder.model.project import Case
from site_builder.model.span import Span
from site_builder.rules.quotes import telling_surroundings
from site_builder.text.units import sentence_id


class Fate(StrEnum):
    """What became of a claim's sentence."""

    SAME = "same"
    MOVED = "moved"
    WORDING = "wording changed"
    FIGURE = "figure changed"
    AMBIGUOUS = "ambiguous"
    GONE = "gone"
    LOST = "not found before"


@frozen
class Revised:
    """A claim and the new text. ``before`` and ``after`` are the sentences; ``note`` says what they do not show.

    ``field`` and ``proposal`` are the key of the claim file and its new value, where one can be proposed.
    """

    case: Case
    fate: Fate
    before: str
    after: str = ""
    note: str = ""
    field: str = "quote"
    proposal: str = ""


class Revision:
    """The old and the new text of one article, side by side."""

    def __init__(self, old: Article, new: Article) -> None:
        self.old, self.new = old, new
        self._prepared: Prepared = prepare(new.text, new.language)
        self._old, self._new = _names(old), _names(new)
        self._matcher = SequenceMatcher(None, self._old, self._new, autojunk=False)
        blocks = self._matcher.get_matching_blocks()
        self._place = {b.a + i: b.b + i for b in blocks for i in range(b.size)}
        """The new number of each old sentence that stands in the same order as before."""

    def revised(self, cases: Iterable[Case]) -> Iterator[Revised]:
        """Yield what became of each claim on the article."""
        for case in cases:
            if case.article.name == self.old.name:
                yield self._revised(case)

    def wordings(self) -> Iterator[Wording]:
        """Yield the passages that changed, before and after, in the order of the text."""
        for tag, a, b, c, d in self._matcher.get_opcodes():
            if tag != "equal":
                before = _joined(self.old, self.old.sentences[a:b])
                after = _joined(self.new, self.new.sentences[c:d])
                yield Wording(before=before or None, after=after or None)

    def counts(self) -> Counter[str]:
        """Return how many sentences stay, go and come; one that moved goes and comes."""
        kept = len(self._place)
        return Counter(kept=kept, gone=len(self._old) - kept, new=len(self._new) - kept)

    def _revised(self, case: Case) -> Revised:
        before = _joined(self.old, case.sentences) or case.claim.quote
        if not case.anchor.found:
            return Revised(case, Fate.LOST, before)
        claim = case.claim
        found = anchor(
            self._prepared,
            claim.quote,
            prefix=claim.prefix,
            suffix=claim.suffix,
            near=case.anchor.parts[0].start,
        )
        if found.found:
            return self._standing(case, found, before)
        if found.status is AnchorStatus.AMBIGUOUS:
            return self._ambiguous(case, found, before)
        return self._orphaned(case, found, before)

    def _standing(self, case: Case, found: Anchor, before: str) -> Revised:
        touched = self._touched(found.parts)
        after = _joined(self.new, touched)
        old = [self.old.sentences.index(sentence) for sentence in case.sentences]
        new = [self.new.sentences.index(sentence) for sentence in touched]
        if [self._old[i] for i in old] != [self._new[i] for i in new]:
            differ = figures_differ(before, after, self.new.language)
            fate = Fate.FIGURE if differ else Fate.WORDING
            return Revised(case, fate, before, after, "the quote stands; the sentence around it changed")
        words = found.parts[0].of(self.new.text) if len(found.parts) == 1 else ""
        typography = found.status is AnchorStatus.NORMALISED and case.anchor.status is AnchorStatus.EXACT
        note = "only typography changed" if typography else ""
        fate = Fate.SAME if [self._place.get(i) for i in old] == new else Fate.MOVED
        return Revised(case, fate, before, after, note, proposal=words if typography else "")

    def _ambiguous(self, case: Case, found: Anchor, before: str) -> Revised:
        note = f"the words stand in {len(found.places)} places now"
        at = {self._place.get(self.old.sentences.index(sentence)) for sentence in case.sentences}
        for place in found.places:
            touched = self._touched(place)
            if {self.new.sentences.index(sentence) for sentence in touched} == at:
                told = telling_surroundings(self.new, case.claim.quote, Span(place[0].start, place[-1].end))
                after = _joined(self.new, touched)
                if told:
                    return Revised(case, Fate.AMBIGUOUS, before, after, note, *told)
        return Revised(case, Fate.AMBIGUOUS, before, note=note)

    def _orphaned(self, case: Case, found: Anchor, before: str) -> Revised:
        near = found.nearest
        touched = self._touched([near.span]) if near else ()
        # A sentence that stood there before is another sentence, however alike the two are.
        known = {*self._old} - {sentence_id(s.span.of(self.old.text)) for s in case.sentences}
        if near is None or all(self._new[self.new.sentences.index(s)] in known for s in touched):
            return Revised(case, Fate.GONE, before)
        differ = near.figures_differ or any(cut.what == "figure" for cut in found.cuts)
        fate = Fate.FIGURE if differ else Fate.WORDING
        after = _joined(self.new, touched)
        return Revised(case, fate, before, after, proposal=near.span.of(self.new.text))

    def _touched(self, parts: Sequence[Span]) -> tuple[Sentence, ...]:
        return tuple(s for s in self.new.sentences if any(s.span.overlaps(part) for part in parts))


def unsettled(old: Article, new: Article) -> Iterator[str]:
    """Yield the quotes of the article's record that stood in the old text and stand in the new one no more."""
    structure = old.record.structure
    lines = (*structure.headings, *structure.captions, *structure.credits, *structure.furniture)
    before, after = (prepare(article.text, article.language) for article in (old, new))
    for quote in (*lines, *(aside.quote for aside in old.record.set_aside)):
        if anchor(before, quote).places and not anchor(after, quote).places:
            yield quote


def _names(article: Article) -> list[str]:
    return [sentence_id(sentence.span.of(article.text)) for sentence in article.sentences]


def _joined(article: Article, sentences: Sequence[Sentence]) -> str:
    return " ".join(sentence.span.of(article.text) for sentence in sentences)
