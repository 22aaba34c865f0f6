"""The hostile newsrooms: each small file of this folder put where it does harm, and what no small file can be."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

from tests import disk
from tests.rules.newsroom import CLAIM, RECORD, TEXT, written

HERE = Path(__file__).parent
PLACES = {
    "claim": "claims/piece/bridge.yaml",
    "article": "seeds/piece.txt",
    "markdown": "seeds/piece.md",
    "record": "seeds/piece.yaml",
    "scale": "claims/scale.yaml",
    "settings": "mkdocs.yml",
}


def files() -> Iterator[str]:
    """Yield the names of the hostile files: the folder, which says what they are, and the file's name."""
    for kind in PLACES:
        yield from (f"{kind}/{path.name}" for path in sorted((HERE / kind).iterdir()))


def put(name: str, home: Path) -> Path:
    """Make a newsroom with one hostile file."""
    kind = name.partition("/")[0]
    disk.make(home)
    if kind == "markdown":
        (home / "seeds/piece.txt").unlink()
    shutil.copy(HERE / name, home / PLACES[kind])
    return home


def _claim_text(**over: object) -> str:
    return written({**CLAIM, **over})


def _big_claim(home: Path) -> None:
    with (home / "claims/piece/bridge.yaml").open("wb") as file:
        file.truncate(100_000_000)


def _big_article(home: Path) -> None:
    (home / "seeds/piece.txt").write_bytes(b"word " * 20_000_000)


def _one_line(home: Path) -> None:
    (home / "seeds/piece.txt").write_text("The mayor opened the bridge in May. " * 280_000)


def _many_lines(home: Path) -> None:
    (home / "seeds/piece.txt").write_text("a\n" * 100_000)


def _long_article(home: Path) -> None:
    more = "".join(f"In year {i} the bridge cost {i} euros more than planned.\n" for i in range(1900))
    (home / "seeds/piece.txt").write_text(TEXT + more)


def _big_record(home: Path) -> None:
    (home / "seeds/piece.yaml").write_text(written(RECORD) + "note: " + "x" * 3_000_000 + "\n")


def _deep(opening: str, closing: str) -> Callable[[Path], None]:
    def make(home: Path) -> None:
        (home / "claims/piece/bridge.yaml").write_text(f"claim: {opening * 90_000}{closing * 90_000}\n")

    return make


def _deep_dashes(home: Path) -> None:
    (home / "claims/piece/bridge.yaml").write_text("- " * 99_000 + "x\n")


def _deep_settings(home: Path) -> None:
    (home / "mkdocs.yml").write_text("site_name: " + "[" * 100_000)


def _link(name: str, target: str) -> Callable[[Path], None]:
    def make(home: Path) -> None:
        path = home / name
        path.unlink(missing_ok=True)
        path.symlink_to(target)

    return make


def _link_outside(name: str, content: str) -> Callable[[Path], None]:
    def make(home: Path) -> None:
        secret = home.parent / f"{home.name}-secret"
        secret.write_text(content)
        _link(name, str(secret))(home)

    return make


def _linked_folder(home: Path) -> None:
    (home / "claims/loop").symlink_to(home / "claims")


def _link_inside(home: Path) -> None:
    """Harmless: the file itself is in the newsroom, and is read under its own name only once."""
    (home / "claims/piece/kept.txt").write_text(_claim_text())
    _link("claims/piece/bridge.yaml", "kept.txt")(home)


def _pipe(home: Path) -> None:
    path = home / "claims/piece/bridge.yaml"
    path.unlink()
    os.mkfifo(path)


def _snapshot_link(home: Path) -> None:
    evidence = home / "evidence"
    evidence.mkdir()
    (evidence / "kept.txt").symlink_to("/etc/passwd")
    snapshot = {"file": "kept.txt", "sha256": "0" * 64}
    item = {
        "stance": "supports",
        "publisher": "The Town",
        "shows": "It.",
        "quote": "It is.",
        "snapshot": snapshot,
    }
    disk.claim(home, {"evidence": [item]})


def _claim_at(*names: str) -> Callable[[Path], None]:
    def make(home: Path) -> None:
        for name in names:
            # an undecodable byte stands in the name as a surrogate, as Python's own functions write it
            path = home / "claims" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(_claim_text(), encoding="utf-8")

    return make


def _article_at(*names: str) -> Callable[[Path], None]:
    def make(home: Path) -> None:
        for name in names:
            path = home / "seeds" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("Nothing to see.\n", encoding="utf-8")

    return make


def _folder_named_like_a_claim(home: Path) -> None:
    (home / "claims/piece/x.yaml").mkdir()


def _record_is_a_folder(home: Path) -> None:
    (home / "seeds/piece.yaml").unlink()
    (home / "seeds/piece.yaml").mkdir()


def _many_findings(home: Path) -> None:
    disk.claim(home, {"figures": [{"value": str(i), "unit": "euros"} for i in range(900)]})


def _many_wrong_structures_in_a_long_article(home: Path) -> None:
    (home / "seeds/piece.txt").write_text("The mayor opened the bridge in May for 1,600 euros.\n" * 100)
    headings = "".join(f"    - Nowhere to be found at all {i}\n" for i in range(30))
    (home / "seeds/piece.yaml").write_text(written(RECORD) + "structure:\n  headings:\n" + headings)


def _topics_that_collide(home: Path) -> None:
    disk.claim(home, {"topics": ["Bridge!", "“bridge”", "BRÍDGE", "!!!", "???"]})


MADE: dict[str, Callable[[Path], None]] = {
    "a claim of 100 MB": _big_claim,
    "an article of 100 MB": _big_article,
    "one line of 10 MB": _one_line,
    "an article of 100,000 lines": _many_lines,
    "a book of an article": _long_article,
    "a record of 3 MB": _big_record,
    "90,000 lists in each other": _deep("[", "]"),
    "90,000 lists never closed": _deep("[", ""),
    "90,000 mappings in each other": _deep("{a: ", "}"),
    "99,000 dashes": _deep_dashes,
    "settings of 100,000 brackets": _deep_settings,
    "a claim that links to a secret": _link_outside("claims/piece/bridge.yaml", "password: hunter2\n"),
    "an article that links to a secret": _link_outside("seeds/piece.txt", "password: hunter2\n"),
    "a record that links to a secret": _link_outside("seeds/piece.yaml", "password: hunter2\n"),
    "a scale that links to a secret": _link_outside("claims/scale.yaml", "password: hunter2\n"),
    "a claim that links to an endless device": _link("claims/piece/bridge.yaml", "/dev/zero"),
    "an article that links to an endless device": _link("seeds/piece.txt", "/dev/zero"),
    "a claim that links to itself": _link("claims/piece/bridge.yaml", "bridge.yaml"),
    "a claim that links to nothing": _link("claims/piece/bridge.yaml", "nothing.yaml"),
    "a claim that links to its folder": _link("claims/piece/bridge.yaml", "."),
    "a folder that links to the one around it": _linked_folder,
    "a claim that links to a file beside it": _link_inside,
    "a claim that is a pipe": _pipe,
    "a kept copy that links out": _snapshot_link,
    "a claim named con": _claim_at("piece/con.yaml"),
    "a claim named nul": _claim_at("piece/nul.yaml"),
    "a claim named com1 in a folder named aux": _claim_at("aux/com1.yaml"),
    "claims that differ in case": _claim_at("piece/Bridge.yaml"),
    "claims that differ in how é is written": _claim_at("piece/caf\u00e9.yaml", "piece/cafe\u0301.yaml"),
    "a claim named in Cyrillic": _claim_at("piece/brіdge.yaml"),
    "a claim with a line break in its name": _claim_at("piece/a\nb.yaml"),
    "a claim with an escape sequence in its name": _claim_at("piece/a\x1b[2Jb.yaml"),
    "a claim with a turned name": _claim_at("piece/a\u202eb.yaml"),
    "a claim whose name is not UTF-8": _claim_at("piece/a\udcffb.yaml"),
    "a claim with markup in its name": _claim_at("piece/<img src=x onerror=alert(1)>.yaml"),
    "a claim with a command in its name": _claim_at("piece/$(touch x).yaml"),
    "a claim with a GitHub command in its name": _claim_at("piece/a\n::error::b.yaml"),
    "a claim with a very long name": _claim_at(f"piece/{'a' * 240}.yaml"),
    "a claim with two endings": _claim_at("piece/bridge.yml"),
    "a claim named like a note": _claim_at("piece/note-bridge.yaml"),
    "a claim in the place of a card": _claim_at("piece/bridge/embed.yaml"),
    "a claim named index": _claim_at("piece/index.yaml"),
    "a claim named with dots": _claim_at("piece/...yaml"),
    "a folder named like a claim": _folder_named_like_a_claim,
    "a record that is a folder": _record_is_a_folder,
    "an article named con": _article_at("con.txt"),
    "an article named aux.b": _article_at("aux.b.txt"),
    "articles that differ in case": _article_at("Piece.txt"),
    "articles that differ in how é is written": _article_at("caf\u00e9.txt", "cafe\u0301.txt"),
    "an article in both forms": _article_at("piece.md"),
    "an article with markup in its name": _article_at("a<b>.txt"),
    "an article with a quotation mark in its name": _article_at('a".txt'),
    "an article with a line break in its name": _article_at("a\nb.txt"),
    "an article with a turned name": _article_at("a\u202eb.txt"),
    "an article with a percent sign in its name": _article_at("a%2e%2e.txt"),
    "an article with a very long name": _article_at(f"{'a' * 240}.txt"),
    "an article named with dots": _article_at("...txt"),
    "many figures": _many_findings,
    "many wrong structures in a long article": _many_wrong_structures_in_a_long_article,
    "topics that collide": _topics_that_collide,
}


def make(name: str, home: Path) -> Path:
    """Make a newsroom that no small file can be."""
    MADE[name](disk.make(home))
    return home
