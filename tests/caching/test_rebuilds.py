"""What was kept changes nothing: after any series of edits, the site is that of a cold build, byte for byte.

``REBUILD_EDITS`` and ``REBUILD_SEED`` in the environment make it another run; `make trust` makes two hundred edits.
"""

from __future__ import annotations

import datetime
import os
import random
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from bench.speed import newsroom
from site_builder import pipeline, rendering
from site_builder.archive.printing import Printer
from site_builder.caching import Store
from site_builder.digests import digest_of
from site_builder.model.project import Project
from site_builder.rendering.lists import Lists
from site_builder.work import Workshop, open_executor

TODAY = datetime.date(2026, 11, 23)
CLAIMS = 30
Site = dict[str, bytes]


def build(home: Path, workshop: Workshop, before: Site | None = None) -> Site:
    """Return everything that a build writes of the newsroom, and the report; ``before`` is the site that is there."""
    checked = pipeline.examine(home, TODAY, workshop=workshop)
    project: Project = checked.newsroom.frame
    folders = rendering.template_folders(home / "templates")
    seal = pipeline.seal(checked.newsroom, home)
    site = rendering.make_site(project.settings, templates=folders, seal=seal, prose=["methodology/"])
    share, memory = Printer(workshop, all_pages=False), workshop.memory
    press = rendering.press(checked.newsroom, site, folders, share, memory, former=reader(before or {}))
    made = {page.path: page.content for page in map(as_known, press.pages())}
    made["report"] = repr(checked.report)
    return {path: text if isinstance(text, bytes) else text.encode() for path, text in made.items()}


def reader(before: Site) -> Callable[[str, bytes], bytes | None]:
    def former(path: str, digest: bytes) -> bytes | None:
        found = before.get(path, b"")
        return found if digest_of(found) == digest else None

    return former


def as_known(page: rendering.AnyPage) -> rendering.AnyPage:
    """Return a page that is what was known of it before it was made."""
    assert page.digest in (None, digest_of(page.content)), f"{page.path} is not what it was known as"
    return page


def claims(home: Path) -> list[Path]:
    return sorted((home / "claims").glob("*/*.yaml"))


def replaced(path: Path, old: str, new: str) -> None:
    path.write_text(path.read_text().replace(old, new, 1))


def add_words(home: Path, chance: random.Random) -> None:
    field = chance.choice(["claim: ", "conclusion: ", "claimant: ", "    title: ", "    quote: "])
    replaced(chance.choice(claims(home)), f'{field}"', f'{field}"{chance.choice(["So", "Yes", "Ja"])} ')


def explain(home: Path, chance: random.Random) -> None:
    replaced(
        chance.choice(claims(home)), "explanation: |\n  ", f"explanation: |\n  So *{chance.randrange(9)}*. "
    )


def judge(home: Path, chance: random.Random) -> None:
    path = chance.choice(claims(home))
    lines = path.read_text().splitlines(keepends=True)
    verdicts = ["accurate", "misleading", "inaccurate", "unverifiable", "no such verdict"]
    at = next(n for n, line in enumerate(lines) if line.startswith("verdict: "))
    lines[at] = f"verdict: {chance.choice(verdicts)}\n"
    path.write_text("".join(lines))


def set_status(home: Path, chance: random.Random) -> None:
    path = chance.choice(claims(home))
    text = path.read_text()
    before = text[text.rindex("status: ") :]
    replaced(path, before, chance.choice(["status: draft\n", "status: published\n"]))


def correct(home: Path, chance: random.Random) -> None:
    path = chance.choice(claims(home))
    text, day = path.read_text(), chance.randrange(1, 22)
    if "\ncorrections:" not in text:
        path.write_text(f'{text}corrections:\n  - date: "2026-11-{day:02}"\n    text: "Was {day}."\n')


def withdraw(home: Path, chance: random.Random) -> None:
    path = chance.choice(claims(home))
    text, day = path.read_text(), chance.randrange(1, 22)
    if "\nwithdrawn:" not in text:
        replaced(path, text[text.rindex("status: ") :].split("\n")[0], "status: withdrawn")
        with path.open("a") as file:
            file.write(f'withdrawn:\n  date: "2026-11-{day:02}"\n  reason: "No {day}."\n')


def name_topics(home: Path, chance: random.Random) -> None:
    replaced(
        chance.choice(claims(home)), "topics: [", f"topics: [t{chance.randrange(5)}{chance.randrange(99)}, "
    )


def rename(home: Path, chance: random.Random) -> None:
    path = chance.choice(claims(home))
    path.rename(path.with_name(f"r{chance.randrange(10**6)}.yaml"))


def copy(home: Path, chance: random.Random) -> None:
    path = chance.choice(claims(home))
    path.with_name(f"n{chance.randrange(10**6)}.yaml").write_text(path.read_text())


def remove(home: Path, chance: random.Random) -> None:
    if len(claims(home)) > CLAIMS // 2:
        chance.choice(claims(home)).unlink()


def move(home: Path, chance: random.Random) -> None:
    """Name another article: its quote is in the first one still."""
    path = chance.choice(claims(home))
    replaced(path, "article: a", f"article: {chance.choice(['a00001', 'a00002', 'nobody'])} # a")


def write_on(home: Path, chance: random.Random) -> None:
    article = chance.choice(sorted((home / "seeds").glob("*.txt")))
    article.write_text(f"{chance.randrange(99)} people came. {article.read_text()}")


def record(home: Path, chance: random.Random) -> None:
    replaced(
        chance.choice(sorted((home / "seeds").glob("*.yaml"))), 'title: "', f'title: "{chance.randrange(9)} '
    )


def break_file(home: Path, chance: random.Random) -> None:
    path = chance.choice(claims(home))
    text, broken = path.read_text(), "article: [\n"
    path.write_text(text.removeprefix(broken) if text.startswith(broken) else broken + text)


def template(home: Path, chance: random.Random) -> None:
    ours = (rendering.template_folders()[-1] / "claim.html").read_text()
    (home / "templates/claim.html").write_text(ours + f"<!-- {chance.randrange(9)} -->")


def settings(home: Path, chance: random.Random) -> None:
    replaced(home / "mkdocs.yml", "site_name: ", f"site_name: {chance.choice('ABC')} ")


def scale(home: Path, chance: random.Random) -> None:
    replaced(
        home / "claims/scale.yaml", "criterion: >-\n      ", f"criterion: >-\n      {chance.choice('ABC')} "
    )


EDITS: tuple[Callable[[Path, random.Random], None], ...] = (
    add_words,
    add_words,
    explain,
    judge,
    set_status,
    correct,
    correct,
    withdraw,
    name_topics,
    rename,
    copy,
    remove,
    move,
    write_on,
    record,
    break_file,
    template,
    settings,
    scale,
)


def assert_same_after(edits: int, home: Path, kept: Path, seed: int) -> None:
    chance = random.Random(seed)
    newsroom.make(home, CLAIMS)
    warm = build(home, Workshop(memory=Store(kept, b"k" * 32)))
    for number in range(edits):
        edit = chance.choice(EDITS)
        edit(home, chance)
        warm = build(home, Workshop(memory=Store(kept, b"k" * 32)), warm)
        cold = build(home, Workshop())
        differing = [path for path in warm.keys() | cold.keys() if warm.get(path) != cold.get(path)]
        assert not differing, f"edit {number}, {edit.__name__} (seed {seed}): {sorted(differing)[:5]}"


def test_a_few_edits(tmp_path: Path):
    assert_same_after(int(os.environ.get("REBUILD_EDITS", "8")), tmp_path / "home", tmp_path / "kept", 11)


@pytest.mark.long
def test_two_hundred_edits(tmp_path: Path):
    seed = int(os.environ.get("REBUILD_SEED", "7"))
    assert_same_after(200, tmp_path / "home", tmp_path / "kept", seed)


def test_an_edit_makes_its_own_article_anew_and_no_other(tmp_path: Path):
    home = newsroom.make(tmp_path / "home", CLAIMS)
    made: list[str] = []

    class Told(Store):
        def put_packed(self, key: str, content: bytes) -> bool:
            made.append(key.partition("/")[0])
            return super().put_packed(key, content)

    def again() -> dict[str, int]:
        made.clear()
        build(home, Workshop(memory=Told(tmp_path / "kept", b"k" * 32)))
        counted = Counter(made)
        return {purpose: counted[purpose] for purpose in ("dossier", "records", "data", "lists")}

    assert again() == {"dossier": 3, "records": 3, "data": 1, "lists": 1}
    assert again() == {"dossier": 0, "records": 0, "data": 0, "lists": 0}
    explain(home, random.Random(1))
    assert again() == {"dossier": 1, "records": 1, "data": 0, "lists": 0}


def test_any_number_of_workers_makes_the_same_site(tmp_path: Path):
    home = newsroom.make(tmp_path / "home", CLAIMS)
    here = build(home, Workshop())
    for jobs in (2, 3):
        with open_executor(jobs) as executor:
            assert build(home, Workshop(executor)) == here


def test_a_page_that_differs_in_its_seal_alone_is_sealed_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    home = newsroom.make(tmp_path / "home", CLAIMS)
    made: list[str] = []
    render = Lists._render

    def told(self: Lists, root: str, address: str, *args: object, **names: object) -> str:
        made.append(address)
        return render(self, root, address, *args, **names)  # type: ignore[arg-type]

    first = build(home, Workshop(memory=Store(tmp_path / "kept", b"k" * 32)))
    path = claims(home)[0]
    replaced(path, 'claim: "', 'claim: "So ')
    monkeypatch.setattr(Lists, "_render", told)
    second = build(home, Workshop(memory=Store(tmp_path / "kept", b"k" * 32)), first)
    monkeypatch.undo()
    assert second == build(home, Workshop())
    assert first["rules/Q001/index.html"] != second["rules/Q001/index.html"]
    assert "claims/" in made
    assert not {"rules/Q001/", "rules/", "statistics/"} & {*made}


def test_what_a_template_makes_of_a_seal_is_made_again(tmp_path: Path):
    home = newsroom.make(tmp_path / "home", CLAIMS)
    ours = (rendering.template_folders()[-1] / "rule.html").read_text()
    (home / "templates/rule.html").write_text(
        ours.replace("{% block main %}", "{% block main %}{{ site.seal[:6] | upper }}")
    )
    first = build(home, Workshop(memory=Store(tmp_path / "kept", b"k" * 32)))
    replaced(claims(home)[0], 'claim: "', 'claim: "So ')
    second = build(home, Workshop(memory=Store(tmp_path / "kept", b"k" * 32)), first)
    assert second == build(home, Workshop())
    assert first["rules/Q001/index.html"] != second["rules/Q001/index.html"]
