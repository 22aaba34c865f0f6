"""What makes a preview quick, and that it shows what it should."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from site_builder import previewing, renewing, writing
from site_builder.caching import Store, looks
from site_builder.caching.stamps import stamps_and_links
from site_builder.rendering import Page
from site_builder.renewing import in_place

PAGE = b"<html><body><h1>One</h1></body></html>"


class Server:
    """As much of MkDocs' server as a preview has to do with."""

    def __init__(self, content: bytes = PAGE, kind: str = "text/html") -> None:
        self.content, self.kind = content, kind
        self.root, self.error_handler, self.app = "", None, self.serve_request
        self.observer: Any = None
        self.ears: Any = None
        self.told = threading.Event()

    def set_app(self, app: Any) -> None:
        self.app = app

    def serve_request(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        length = str(len(self.content))
        start_response("200 OK", [("Content-Type", self.kind), ("Content-Length", length)])
        return [self.content]

    def asked(self) -> tuple[dict[str, str], bytes]:
        headers: dict[str, str] = {}
        body = self.app({}, lambda status, given: headers.update(given))
        return headers, b"".join(body)

    def watch(self, path: str) -> None:
        class Handler:
            on_any_event = staticmethod(lambda event: None if event.is_directory else self.told.set())

            def dispatch(self, event: Any) -> None:
                self.on_any_event(event)

        self.observer.schedule(Handler(), path, recursive=True)

    def unwatch(self, path: str) -> None:
        """Nothing was watched."""


class TestWhatIsServed:
    def test_a_remark_stands_on_each_page_as_long_as_there_is_one(self, tmp_path: Path):
        server, told = Server(), ["A claim is <unsound>."]
        previewing.serve_from(server, tmp_path, lambda: told[0])
        headers, body = server.asked()
        assert b"A claim is &lt;unsound&gt;." in body
        assert int(headers["Content-Length"]) == len(body)
        told[0] = ""
        assert server.asked() == ({"Content-Type": "text/html", "Content-Length": str(len(PAGE))}, PAGE)

    def test_files_for_machines_stay_as_they_are(self, tmp_path: Path):
        server = Server(b'{"a": "<body>"}', "application/json")
        previewing.serve_from(server, tmp_path, lambda: "Unsound.")
        assert server.asked()[1] == server.content

    def test_a_missing_page_is_told_by_the_sites_own(self, tmp_path: Path):
        server: Any = Server()
        previewing.serve_from(server, tmp_path, lambda: "")
        assert (server.root, server.error_handler(404)) == (str(tmp_path), None)
        (tmp_path / "404.html").write_text("not here")
        assert server.error_handler(404) == b"not here"


class TestWhatIsHeard:
    @pytest.fixture
    def server(self, tmp_path: Path) -> Iterator[Server]:
        (tmp_path / "claims/a").mkdir(parents=True)
        (tmp_path / "claims/a/b.yaml").write_text("one")
        (tmp_path / "mkdocs.yml").write_text("one")
        server = Server()
        server.ears = previewing.hear(server, [str(tmp_path / "claims"), str(tmp_path / "mkdocs.yml")])
        yield server
        server.observer.stop()
        server.observer.join()

    def test_a_file_in_a_folder(self, server: Server, tmp_path: Path):
        (tmp_path / "claims/a/b.yaml").write_text("two")
        assert server.told.wait(10)

    def test_a_file_that_is_put_in_the_place_of_another(self, server: Server, tmp_path: Path):
        for content in ("two", "three"):
            server.told.clear()
            (tmp_path / "new").write_text(content)
            (tmp_path / "new").replace(tmp_path / "mkdocs.yml")
            assert server.told.wait(10)

    def test_a_folder_that_is_moved_away(self, server: Server, tmp_path: Path):
        (tmp_path / "claims/a").rename(tmp_path / "away")
        assert server.told.wait(10)

    @pytest.mark.parametrize(("most", "everywhere"), [(1000, False), (1, True)])
    def test_the_newsroom_is_looked_at_where_something_was_heard(
        self, server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, most: int, everywhere: bool
    ):
        seen: list[str] = []
        monkeypatch.setattr(looks, "is_young", lambda stamp, now: False)
        monkeypatch.setattr(
            looks, "stamps_and_links", lambda paths: seen.extend(paths) or stamps_and_links(paths)
        )
        monkeypatch.setattr(previewing, "_MANY", most)
        store = Store(tmp_path / "kept", b"k" * 32)
        first = server.ears.look_around(tmp_path, ["claims"], store)
        assert str(tmp_path / "claims") in seen, "the first time, nothing is known"
        seen.clear()
        (tmp_path / "claims/a/b.yaml").write_text("two")
        assert server.told.wait(10)
        then = server.ears.look_around(tmp_path, ["claims"], store)
        assert [*then.files] == [*first.files] == ["claims/a/b.yaml"]
        assert then.files != first.files
        assert (str(tmp_path / "claims") in seen) == everywhere, (
            "many changes may be more than the system tells"
        )

    def test_a_folder_that_comes_later_is_looked_for(
        self, server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ):
        monkeypatch.setattr(looks, "is_young", lambda stamp, now: False)
        store = Store(tmp_path / "kept", b"k" * 32)
        server.ears.look_around(tmp_path, ["claims", "seeds"], store)
        (tmp_path / "seeds").mkdir()
        (tmp_path / "seeds/a.txt").write_text("one")
        found = server.ears.look_around(tmp_path, ["claims", "seeds"], store)
        assert found and "seeds/a.txt" in found.files

    def test_a_folder_that_comes_again_is_looked_into(
        self, server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ):
        monkeypatch.setattr(looks, "is_young", lambda stamp, now: False)
        store, claims = Store(tmp_path / "kept", b"k" * 32), tmp_path / "claims"
        server.ears.look_around(tmp_path, ["claims"], store)
        claims.rename(tmp_path / "away")
        claims.mkdir()
        server.ears.look_around(tmp_path, ["claims"], store)
        (claims / "new.yaml").write_text("one")
        found = server.ears.look_around(tmp_path, ["claims"], store)
        assert found and [*found.files] == ["claims/new.yaml"]

    def test_without_a_memory_nothing_is_looked_at(self, server: Server, tmp_path: Path):
        assert server.ears.look_around(tmp_path, ["claims"], None) is None

    def test_where_others_write_unheard_the_server_goes_on_looking(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ):
        mounts = tmp_path / "mounts"
        monkeypatch.setattr(previewing, "_MOUNTS", mounts)
        for kind in ("9p", "nfs4", "fuse.sshfs"):
            mounts.write_text(f"none / ext4 rw 0 0\nshared {tmp_path} {kind} rw 0 0\n")
            server = Server()
            previewing.hear(server, [str(tmp_path)])
            assert server.observer is None
        mounts.write_text(f"none / 9p rw 0 0\nown {tmp_path} ext4 rw 0 0\n")
        previewing.hear(server, [str(tmp_path)])
        assert server.observer is not None
        server.observer.stop()

    def test_not_a_file_that_is_read_or_another_one_beside(self, server: Server, tmp_path: Path):
        (tmp_path / "claims/a/b.yaml").read_text()
        (tmp_path / "mkdocs.yml").read_text()
        (tmp_path / "other.yml").write_text("one")
        assert not server.told.wait(1)


def test_one_preview_at_a_time_lies_in_the_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(previewing, "_held", set())
    monkeypatch.setattr(in_place, "_sites", {})
    given = tmp_path / "given"
    target, staged, _ = previewing.open_ground(tmp_path, given, kept=True)
    assert target == tmp_path / ".cache/site_builder/preview/site"
    writing.release(staged)
    again = previewing.open_ground(tmp_path, given, kept=True)
    assert again[0] == target
    writing.release(again[1])
    program = (
        "import sys; from pathlib import Path; from site_builder import previewing\n"
        "print(previewing.open_ground(Path(sys.argv[1]), Path(sys.argv[1], 'given'), kept=True)[0])"
    )
    asked = [sys.executable, "-c", program, str(tmp_path)]
    other = subprocess.run(asked, capture_output=True, text=True, check=True)
    assert other.stdout.strip() == str(given)
    assert previewing.open_ground(tmp_path, given, kept=False)[0] == given


class TestInPlace:
    def build(self, site: Path, pages: dict[str, str], store: Store | None = None) -> list[str]:
        """Return what is written of a site of these pages."""
        staged = writing.stage(site)
        ground = renewing.open_in_place(staged, site, store)
        written = []
        for page in ground.missing([Page(path, text) for path, text in pages.items()]):
            written.append(page.path)
            writing.write([page], staged)
        ground.publish(ground.join(staged), staged, site)
        there = {str(path.relative_to(site)): path.read_text() for path in site.rglob("*") if path.is_file()}
        assert there == pages
        assert not [path for path in site.parent.iterdir() if path.name.startswith(".site.new")]
        return written

    @pytest.fixture(autouse=True)
    def nothing_known(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(in_place, "_sites", {})

    def test_only_what_differs_is_written(self, tmp_path: Path):
        site = tmp_path / "site"
        assert self.build(site, {"a/b.html": "one", "c.html": "two"}) == ["a/b.html", "c.html"]
        assert self.build(site, {"a/b.html": "one", "c.html": "three"}) == ["c.html"]
        assert self.build(site, {"c.html": "three", "a": "no folder now"}) == ["a"]
        assert self.build(site, {"c.html": "three"}) == []

    def test_what_lies_there_is_known_again(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
        site, store = tmp_path / "site", Store(tmp_path / "kept", b"k" * 32)
        self.build(site, {"a.html": "one", "b.html": "two"}, store)
        in_place._sites[site]._keep()
        (site / "b.html").write_text("spoilt")
        (site / "strange.html").write_text("strange")
        monkeypatch.setattr(in_place, "_sites", {})
        assert self.build(site, {"a.html": "one", "b.html": "two"}, store) == ["b.html"]

    def test_what_nobody_knows_is_no_ground(self, tmp_path: Path):
        site = tmp_path / "site"
        site.mkdir()
        (site / "old.html").write_text("old")
        assert self.build(site, {"a.html": "one"}) == ["a.html"]
