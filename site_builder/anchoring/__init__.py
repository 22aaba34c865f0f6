"""Quote and text in, the place out: one, several, or none with the nearest passage. Exact decides, fuzzy advises."""

from site_builder.anchoring.finder import anchor
from site_builder.anchoring.prepared import Prepared, prepare

__all__ = ["Prepared", "anchor", "prepare"]
