"""What was worked out before, kept in the newsroom's folder and never believed unless this machine wrote it."""

from site_builder.caching.ahead import Ahead
from site_builder.caching.keys import find_key
from site_builder.caching.looks import Look, look
from site_builder.caching.packing import pack, unpack
from site_builder.caching.program import program_version
from site_builder.caching.shelf import Objects, Shelf
from site_builder.caching.stamps import Seen, see, seen_as
from site_builder.caching.store import FOLDER, Store, fingerprint, open_store

__all__ = [
    "FOLDER",
    "Ahead",
    "Look",
    "Objects",
    "Seen",
    "Shelf",
    "Store",
    "find_key",
    "fingerprint",
    "look",
    "open_store",
    "pack",
    "program_version",
    "see",
    "seen_as",
    "unpack",
]
