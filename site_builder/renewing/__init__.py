"""The site before the last, made into the next one: only what differs is written, and little is removed.

A build leaves the site that it replaced in the cache. The next one takes it as its ground: what is there already, byte
for byte, stays; what only the published site has is linked from there; the rest is written beside and moved in. Then
the two change places as ever. Nothing is written into a file that is there: a file is put in the place of another.

What is there is known by its looks, as in `caching/looks.py`; what looks changed, such as all of a copied folder, is
read and known by its digest. A file that anybody changed is written anew, and one too many is removed.
"""

from site_builder.renewing.ground import Bare, Ground, open_ground
from site_builder.renewing.in_place import InPlace, open_in_place

__all__ = ["Bare", "Ground", "InPlace", "open_ground", "open_in_place"]
