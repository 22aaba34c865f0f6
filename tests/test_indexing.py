"""Search indexes by Pagefind: complete, the same each time, and a failure is told."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from site_builder.indexing import make_indexes


@dataclass(frozen=True)
class Words:
    url: str
    language: str
    words: str


RECORDS = [
    Words(f"claims/a/{n}/", language, f"{words} {n} & <b>so</b>")
    for n in range(60)
    for language, words in (("id", "mereka bekerja"), ("vi", "họ làm việc"), ("en", "they work, 5 %"))
]


def test_each_language_has_an_index_that_names_every_page():
    found = {index.language: index for index in make_indexes(RECORDS)}
    assert list(found) == ["en", "id", "vi"]
    for language, index in found.items():
        assert set(index.names) == {record.url for record in RECORDS if record.language == language}
        assert {f"fragment/{name}.pf_fragment" for name in index.names.values()} <= set(index.files)


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
