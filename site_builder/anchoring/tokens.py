"""Words as places in a text: what passages are compared by."""

from __future__ import annotations

import re

# A number with its separators is one word; so is each character of a script without spaces.
TOKEN = re.compile(
    r"\d+(?:[.,٫٬'’:/-]\d+)*|[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff]|[^\W_]+"
)
PIECE = re.compile(rf"{TOKEN.pattern}|\s+|.", re.DOTALL)
"""Words, runs of white space and single other characters: together all of a text."""
NUMBER = re.compile(r"\d+(?:[.,٫٬'’:/-]\d+)*")
