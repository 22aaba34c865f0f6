"""How much of an article was checked: the honest denominator."""

from __future__ import annotations

from site_builder.frozen import frozen
from site_builder.model.article import Sentence, SetAside
from site_builder.model.figure import Figure


@frozen
class Uncovered:
    """A sentence with figures that no claim covers and nobody set aside."""

    sentence: Sentence
    figures: tuple[Figure, ...]
    """Spans count code points of the article's text."""


@frozen
class Aside:
    """A sentence that was set aside, with the editor's reason."""

    sentence: Sentence
    why: SetAside


@frozen
class Coverage:
    """What became of an article's sentences. ``sentences`` leaves captions, credits and furniture out."""

    article: str
    sentences: tuple[Sentence, ...]
    checked: tuple[Sentence, ...]
    asides: tuple[Aside, ...]
    """Everything set aside, captions, credits and furniture too."""
    uncovered: tuple[Uncovered, ...]

    @property
    def set_aside(self) -> tuple[Sentence, ...]:
        """Return those of ``sentences`` that were set aside and not checked, each once: so the counts add up."""
        aside, checked = {a.sentence.span for a in self.asides}, {s.span for s in self.checked}
        return tuple(s for s in self.sentences if s.span in aside and s.span not in checked)

    @property
    def beside(self) -> tuple[Sentence, ...]:
        """Return what was set aside and is none of ``sentences``: captions, credits and furniture, each once."""
        return tuple(dict.fromkeys(a.sentence for a in self.asides if not a.sentence.kind.is_article))
