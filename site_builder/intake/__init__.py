"""A text from outside becomes an article: bytes in, the article's text and what its source states of it out.

Only what stands in the source is taken: no title, date, name or language is ever worked out.
"""

from site_builder.intake.taken import Form, Refused, Stated, Taken
from site_builder.intake.taking import take

__all__ = ["Form", "Refused", "Stated", "Taken", "take"]
