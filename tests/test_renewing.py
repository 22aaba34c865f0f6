"""A site that is built on the one before is the site that was asked for, whatever happened to either meanwhile."""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from site_builder import renewing, writing
from site_builder.caching import FOLDER
from site_builder.digests import digest_of
from site_builder.renewing import Bare, Ground

Site = dict[str, str]


@dataclass(frozen=True, slots=True)
class File:
    path: str
    content: str


@dataclass
class Home:
    root: Path
    written: int = 0

    @property
    def site(self) -> Path:
        return self.root / "site"

    @property
    def before(self) -> Path:
        return self.root / FOLDER / "before/site"

    def build(
        self,
        wanted: Site,
        others: Site | None = None,
        *,
        given: Iterable[writing.Output | writing.Several] = (),
        dies: bool = False,
    ) -> None:
        """Build the site that is ``wanted``; ``given`` are its outputs, and ``others`` come first."""
        old = files(self.site)
        staged = writing.stage(self.site)
        ground = renewing.open_ground(self.root, staged, self.site)
        writing.write(outputs(others or {}), staged)
        self.written = writing.write(ground.missing(given or outputs(wanted)), staged)
        whole = ground.join(staged)
        assert files(whole) == {**(others or {}), **wanted}
        assert files(self.site) == old, "the published site changed before its time"
        if not dies:
            looks = ground.publish(whole, staged, self.site)
            assert isinstance(ground, Ground)
            assert looks and looks.still()
            assert files(self.site) == {**(others or {}), **wanted}
        ground.close()
        writing._unlock(staged)


def outputs(site: Site) -> Iterator[File]:
    return (File(path, content) for path, content in site.items())


def files(folder: Path) -> Site:
    return {path: (folder / path).read_text() for path in writing.files_of(folder)}


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    (tmp_path / "home").mkdir()
    return Home(tmp_path / "home")


SITE = {"index.html": "home", "a/index.html": "a", "a/b/index.html": "b", "c/index.html": "c"}


def test_what_is_there_is_not_written(home: Home):
    home.build(SITE)
    assert home.written == 4
    home.build({**SITE, "c/index.html": "new"})
    assert home.written == 1
    home.build({**SITE, "c/index.html": "newer"})
    home.build({**SITE, "c/index.html": "newer", "d": "d"})
    assert home.written == 1
    home.build(SITE)
    assert home.written == 1


def test_any_series_of_sites(home: Home):
    """Files come, go, change, and take the places of folders; another program writes some; some of it dies."""
    chance = random.Random(5)
    names = ["a", "b", "a/a", "a/b", "b/a/c", "b/a/d", "c/a/b/d", "c/e", "d", "e/f/g/h", "e/f/i"]
    wanted: Site = {}
    for number in range(120):
        wanted = dict(wanted)
        for name in chance.sample(names, chance.randrange(1, 5)):
            # a name is a file or a folder
            for other in [
                each for each in wanted if each.startswith(f"{name}/") or name.startswith(f"{each}/")
            ]:
                del wanted[other]
            wanted[name] = chance.choice("xyz") * chance.randrange(1, 3)
        for name in chance.sample(sorted(wanted), len(wanted) // 4):
            del wanted[name]
        others = {"prose": chance.choice("pq")} if chance.randrange(3) else {}
        home.build({"index": "i", **wanted}, others, dies=number % 7 == 3)
        if number % 11 == 5:
            shutil.rmtree(home.before, ignore_errors=True)


def edit(path: Path) -> None:
    path.write_text("spoilt")


def edit_in_secret(path: Path) -> None:
    before = path.stat()
    with path.open("r+") as file:
        file.write("X")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def add(path: Path) -> None:
    path.with_name("stray").write_text("stray")


def link(path: Path) -> None:
    path.unlink()
    path.symlink_to("/etc/hostname")


@pytest.mark.parametrize("spoil", [edit, edit_in_secret, add, link, Path.unlink])
@pytest.mark.parametrize("where", ["site", "before"])
def test_what_somebody_touched_is_made_anew(home: Home, spoil, where: str):
    home.build(SITE)
    home.build({**SITE, "c/index.html": "new"})
    # as the two are written, and not one file with two names
    spoil((home.site if where == "site" else home.before) / "c/index.html")
    for other in ("newer", "new", "c", "c"):
        if files(home.site).keys() >= SITE.keys():
            home.build({**SITE, "c/index.html": other})
        else:
            writing.write(outputs({"c/index.html": "x"}), home.site)
            home.build({**SITE, "c/index.html": other})


@pytest.mark.parametrize("spoil", [edit, edit_in_secret, link, Path.unlink])
def test_of_what_somebody_touched_nothing_is_taken(home: Home, spoil):
    home.build(SITE)
    home.build(SITE)
    staged = writing.stage(home.site)
    ground = renewing.open_ground(home.root, staged, home.site)
    path, digest = "a/index.html", digest_of(SITE["a/index.html"])
    assert ground.former(path, digest) == SITE[path].encode()
    assert ground.former(path, digest_of("other")) is None
    touch(home.site / path)
    assert ground.former(path, digest) == SITE[path].encode()
    spoil(home.site / path)
    assert ground.former(path, digest) is None
    ground.close()


def test_what_somebody_added_is_not_published_later(home: Home):
    home.build(SITE)
    (home.site / "stray").write_text("stray")
    home.build(SITE)
    shutil.rmtree(home.site)
    home.build(SITE)
    home.build(SITE)


def test_a_disk_without_links(home: Home, monkeypatch: pytest.MonkeyPatch):
    def refuse(*_: object) -> None:
        raise PermissionError

    home.build(SITE)
    monkeypatch.setattr(os, "link", refuse)
    home.build({**SITE, "d": "d"})
    assert home.written == 5
    home.build({**SITE, "d": "e"})
    assert home.written == 1


def test_another_build_that_has_the_ground(home: Home):
    home.build(SITE)
    staged = writing.stage(home.site)
    first = renewing.open_ground(home.root, staged, home.site)
    assert isinstance(first, Ground)
    second = renewing.open_ground(home.root, staged, home.site)
    assert not isinstance(second, Ground)
    first.close()
    writing.release(staged)


def test_a_build_that_was_overtaken(home: Home):
    """Another one, without a ground, publishes in the middle of it."""
    home.build(SITE)
    home.build({**SITE, "d": "d"})
    staged = writing.stage(home.site)
    ground = renewing.open_ground(home.root, staged, home.site)
    writing.write(ground.missing(outputs({**SITE, "d": "e"})), staged)
    other = writing.stage(home.site)
    writing.write(outputs({"index.html": "other"}), other)
    Bare().publish(other, other, home.site)
    whole = ground.join(staged)
    ground.publish(whole, staged, home.site)
    ground.close()
    assert files(home.site) == {**SITE, "d": "e"}
    home.build({**SITE, "d": "f"})
    home.build(SITE)


@dataclass
class Lazy:
    """An output whose digest is known before it is made."""

    path: str
    text: str
    digest: bytes | None
    asked: int = 0

    @property
    def content(self) -> str:
        self.asked += 1
        return self.text


def grounded(home: Home) -> None:
    """Build until two sites are there that share no file."""
    for number in range(3):
        home.build({**SITE, "c/index.html": str(number)})


def test_a_copied_newsroom_is_a_ground(home: Home, tmp_path: Path):
    """As CI brings back a cache: every file looks new, and the published site is not there."""
    grounded(home)
    copied = Home(tmp_path / "elsewhere")
    shutil.copytree(home.root / ".cache", copied.root / ".cache")
    copied.build({**SITE, "c/index.html": "new"})
    assert copied.written == 1


def test_a_copied_newsroom_without_a_ground_links_what_is_published(home: Home, tmp_path: Path):
    home.build(SITE)
    copied = Home(tmp_path / "elsewhere")
    shutil.copytree(home.root, copied.root)
    edit(copied.site / "a/index.html")
    copied.build({**SITE, "c/index.html": "new"})
    assert copied.written == 2


def test_another_machine_believes_nothing(home: Home, monkeypatch: pytest.MonkeyPatch):
    grounded(home)
    monkeypatch.setenv("SITE_BUILDER_CACHE_KEY", "of a stranger")
    shutil.rmtree(home.site)
    home.build({**SITE, "c/index.html": "new"})
    assert home.written == len(SITE)


def pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def endless(path: Path) -> None:
    path.unlink()
    path.symlink_to("/dev/zero")


def folder_that_leads_out(path: Path) -> None:
    outside = path.parents[4] / "outside"
    shutil.move(path.parent, outside)
    path.parent.symlink_to(outside)


def touch(path: Path) -> None:
    os.utime(path)


@pytest.mark.parametrize(
    "spoil", [edit, edit_in_secret, add, link, Path.unlink, pipe, endless, folder_that_leads_out]
)
def test_a_spoilt_file_of_a_copied_ground_is_made_anew(home: Home, spoil):
    grounded(home)
    shutil.copytree(home.before, home.root / "copy")
    shutil.rmtree(home.before)
    (home.root / "copy").rename(home.before)
    shutil.rmtree(home.site)
    spoil(home.before / "a/b/index.html")
    home.build({**SITE, "c/index.html": "new"})
    assert home.written == (1 if spoil is add else 2)
    outside = home.before.parents[1] / "outside"
    assert not outside.exists() or files(outside) == {"index.html": "b"}


def test_a_touched_file_is_read_and_stays(home: Home):
    grounded(home)
    touch(home.before / "a/index.html")
    home.build({**SITE, "c/index.html": "new"})
    assert home.written == 1


def test_a_ground_that_is_no_folder(home: Home):
    grounded(home)
    elsewhere = home.root / "elsewhere"
    home.before.rename(elsewhere)
    home.before.symlink_to(elsewhere)
    kept = files(elsewhere)
    home.build({**SITE, "c/index.html": "new"})
    assert home.written == 1, "the published site is there to link from"
    assert not home.before.is_symlink()
    assert files(elsewhere) == kept


def test_links_of_another_program_are_never_believed(home: Home):
    """Nor lost, nor left behind."""
    grounded(home)
    for given in (True, True, False):
        staged = writing.stage(home.site)
        ground = renewing.open_ground(home.root, staged, home.site)
        if given:
            (staged / "alias").symlink_to("index.html")
        writing.write(ground.missing(outputs(SITE)), staged)
        looks = ground.publish(ground.join(staged), staged, home.site)
        ground.close()
        assert (looks is None) == given
        assert (home.site / "alias").is_symlink() == given
    assert files(home.site) == SITE


def test_an_output_that_comes_twice_is_the_last(home: Home):
    grounded(home)
    home.build(SITE, given=[*outputs({"c/index.html": "other"}), *outputs(SITE)])
    home.build(SITE, given=[*outputs(SITE), *outputs({"a/index.html": "x"}), *outputs(SITE)])


def test_what_is_known_and_there_is_not_made(home: Home):
    home.build(SITE)
    home.build({**SITE, "c/index.html": "new"})
    wanted = {**SITE, "c/index.html": "newer", "d": "d"}
    lazy = {path: Lazy(path, text, digest_of(text)) for path, text in wanted.items()}
    home.build(wanted, given=lazy.values())
    assert {path: each.asked for path, each in lazy.items()} == {
        **dict.fromkeys(SITE, 0),
        "c/index.html": 1,
        "d": 1,
    }


@dataclass(frozen=True, slots=True)
class Together:
    """Files that are known together."""

    each: tuple[Lazy, ...]

    @property
    def paths(self) -> str:
        return "\0".join(one.path for one in self.each)

    @property
    def digests(self) -> bytes:
        return b"".join(one.digest for one in self.each)

    def __iter__(self) -> Iterator[Lazy]:
        return iter(self.each)


THERE: Site = {**SITE, "c/index.html": "1"}
"""What lies in the ground after :func:`grounded`."""


def together(wanted: Site) -> Together:
    return Together(tuple(Lazy(path, text, digest_of(text)) for path, text in wanted.items()))


def test_what_is_known_together_and_there_is_not_made(home: Home):
    grounded(home)
    known = together(THERE)
    home.build({**THERE, "d": "d"}, given=[known, *outputs({"d": "d"})])
    assert [each.asked for each in known.each] == [0] * len(THERE)


@pytest.mark.parametrize("spoil", [edit, edit_in_secret, link, Path.unlink])
def test_of_what_is_known_together_that_is_made_which_is_not_there(home: Home, spoil):
    grounded(home)
    for there in (home.before, home.site):
        spoil(there / "a/index.html")
    known = together(THERE)
    home.build(THERE, given=[known])
    assert {each.path: each.asked for each in known.each} == {**dict.fromkeys(THERE, 0), "a/index.html": 1}


def test_what_is_known_together_may_come_once_more(home: Home):
    grounded(home)
    other, same = {"a/index.html": "other"}, {"a/index.html": THERE["a/index.html"]}
    home.build(THERE, given=[*outputs(other), together(THERE)])
    home.build({**THERE, **other}, given=[together(THERE), *outputs(other)])
    home.build(THERE, given=[together(THERE), *outputs(other), together(THERE), together(same)])


def test_what_is_linked_and_comes_as_another_is_not_written_into(home: Home):
    home.build(SITE)
    home.build({**SITE, "a/index.html": "x"}, given=[*outputs(SITE), *outputs({"a/index.html": "x"})])


def test_a_digest_of_something_else_is_not_noted(home: Home):
    home.build(SITE)
    home.build(SITE)
    home.build({**SITE, "d": "d"}, given=[*outputs(SITE), Lazy("d", "d", digest_of("other"))])
    for _ in range(3):
        home.build({**SITE, "d": "other"})


def test_without_a_cache_there_is_none(home: Home):
    assert not isinstance(renewing.open_ground(None, home.root, home.site), Ground)
