"""Seals of what has strange names."""

from __future__ import annotations

from site_builder.model.source import Source
from site_builder.seals import part_of
from tests.rules import newsroom


def test_a_name_that_is_no_text_is_a_name_like_others():
    (file, *_) = newsroom.project({"claims": {"piece/bridge": {}}}).claims
    files = [
        type(file)(file.id, Source(f"claims/{name}.yaml", "a: b"), file.claim)
        for name in ("\udcff", "\udcfe")
    ]
    one, other = (part_of(None, [each]) for each in files)
    assert one.published != other.published
    assert one.listed != other.listed
