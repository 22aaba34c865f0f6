"""Search indexes by Pagefind: complete, the same each time, each page by its number, and a failure is told."""

from __future__ import annotations

import gzip
import json
import re
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from site_builder import indexing
from site_builder.indexing import Index, make_indexes


@dataclass(frozen=True)
class Words:
    number: int
    url: str
    language: str
    words: str


RECORDS = [
    Words(n, f"claims/a/{n}/", language, f"{words} {n} & <b>so</b>")
    for n in range(60)
    for language, words in (("id", "mereka bekerja"), ("vi", "họ làm việc"), ("en", "they work, 5 %"))
]


def opened(content: bytes) -> bytes:
    return gzip.decompress(content).removeprefix(b"pagefind_dcd")


def addresses(index: Index) -> dict[str, str]:
    """Return the address of each page by its name."""
    return {
        path.removeprefix("fragment/").removesuffix(".pf_fragment"): json.loads(opened(content))["url"]
        for path, content in index.files.items()
        if path.startswith("fragment/")
    }


def listed(index: Index) -> list[str]:
    """Return the names in the list of pages that the index's first file tells."""
    entry = json.loads(index.files["pagefind-entry.json"])["languages"][index.language]
    pages = opened(index.files[f"pagefind.{entry['hash']}.pf_meta"])
    names = re.findall(rb"\x82.(%s_\w+?)(?=[\x18\x19\x00-\x17])" % index.language.encode(), pages, re.DOTALL)
    return [name.decode() for name in names][: entry["page_count"]]


def test_each_language_has_an_index_of_every_page():
    found = {index.language: index for index in make_indexes(RECORDS)}
    assert list(found) == ["en", "id", "vi"]
    for language, index in found.items():
        expected = {record.url for record in RECORDS if record.language == language}
        assert set(addresses(index).values()) == expected


def test_a_page_is_called_by_its_number():
    for index in make_indexes(reversed(RECORDS)):
        for name, address in addresses(index).items():
            assert re.fullmatch(rf"{index.language}_{address.split('/')[2]}[a-z]+", name)
        assert listed(index) == sorted(addresses(index), key=lambda name: int(re.findall(r"\d+", name)[0]))


def test_other_words_give_a_page_another_name():
    """Or a browser would take the words that it has kept."""
    (before,), (after,) = (
        list(make_indexes([replace(RECORDS[0], words=words)])) for words in ("mereka bekerja", "bekerja")
    )
    assert addresses(before).keys().isdisjoint(addresses(after))
    assert set(addresses(before).values()) == set(addresses(after).values())


@pytest.mark.parametrize("pages", [b"", b"\x6aen_3d3d289", b"\x6bid_3d3d2890", b"\x6aid_0000000"])
def test_a_list_of_pages_of_another_kind_is_told(pages: bytes):
    with pytest.raises(ChildProcessError, match="list"):
        indexing._with_names(pages, {"id_3d3d289": "id_1ab"})


def test_only_what_the_search_page_loads_is_kept():
    found = {index.language: set(index.files) for index in make_indexes(RECORDS)}
    assert {"pagefind.js", "pagefind-entry.json", "wasm.id.pagefind"} <= found["id"]
    assert "wasm.unknown.pagefind" not in found["id"]
    # Vietnamese has no stemmer
    assert "wasm.unknown.pagefind" in found["vi"]
    assert not [path for files in found.values() for path in files if "ui" in path or "worker" in path]


def test_the_same_words_give_the_same_bytes():
    assert list(make_indexes(RECORDS)) == list(make_indexes(RECORDS))


def test_no_words_no_index():
    assert list(make_indexes([])) == []


@pytest.mark.parametrize(
    ("program", "told"),
    [
        ("exit 3", "without an index"),
        (
            "echo -n eyJwYXlsb2FkIjogeyJ0eXBlIjogIkVycm9yIiwgIm1lc3NhZ2UiOiAibm8ifX0=,; cat >/dev/null",
            "Pagefind: no",
        ),
    ],
)
def test_a_program_that_fails_is_told(
    program: str, told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    script = tmp_path / "pagefind"
    script.write_text(f"#!/bin/sh\n{program}\n", encoding="utf-8")
    script.chmod(0o755)
    monkeypatch.setattr("pagefind_bin.get_executable", lambda: script)
    with pytest.raises(ChildProcessError, match=told):
        list(make_indexes(RECORDS * 50))
