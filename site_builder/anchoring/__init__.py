"""Quote and text in, the place out: one, several, or none with the nearest passage. Exact decides, fuzzy advises.

What it holds to, and what it cannot tell:

- A word with a hyphen, an apostrophe or a point inside is one word: ``violent`` is not found in ``non-violent``, nor
  ``AI`` in ``AI-nya``. In French and its kin an elided word (``l’homme``) is not part of the next.
- In scripts without spaces (Han, Hiragana, Thai, Lao, Khmer, Myanmar) no dictionary is asked: a quote may begin or
  end between any two letters that are not one syllable or one run of Katakana. Numbers are kept whole all the same.
- Two numbers with only a space between them are kept together, since ``1 600`` is one number in many languages.
- Numbers in words are whole as far as :mod:`site_builder.figures` reads the language; in digits they always are.
- A line is a block of its own: a quote runs over a line break only where it has one itself.
- Parts of a quote (``[…]``) may stand far apart: the tightest stretch that holds them in order is the place.
"""

from site_builder.anchoring.finder import anchor
from site_builder.anchoring.prepared import Prepared, prepare

__all__ = ["Prepared", "anchor", "prepare"]
