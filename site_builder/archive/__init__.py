"""All dossiers of a newsroom: known in brief, and opened one by one where more is needed."""

from site_builder.archive.briefs import brief_of
from site_builder.archive.checked import Checked, is_in
from site_builder.archive.filing import Filed, Files, file_all
from site_builder.archive.held import Held
from site_builder.archive.newsroom import Newsroom, is_chosen

__all__ = ["Checked", "Filed", "Files", "Held", "Newsroom", "brief_of", "file_all", "is_chosen", "is_in"]
