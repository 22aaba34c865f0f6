"""`site-builder import`, as an editor runs it, up to the finished site."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from site_builder.cli.commands import group
from site_builder.intake import take
from site_builder.reading.articles import parse_article
from site_builder.reading.files import read
from tests import disk
from tests.conftest import run

PAGES = Path(__file__).parents[1] / "intake/pages"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return disk.make(tmp_path / "home")


def imported(home: Path, file: str | Path, *arguments: str, given: str | bytes = "") -> Result:
    return CliRunner().invoke(group, ["import", str(file), "--root", str(home), *arguments], input=given)


@pytest.mark.parametrize("page", sorted(PAGES.glob("*.html")), ids=lambda path: path.stem)
def test_what_is_written_is_what_the_check_reads(home: Path, page: Path) -> None:
    done = imported(home, page)
    assert done.exit_code == 0, done.output
    source, problem = read(home, f"seeds/{page.stem}.txt")
    record, wrong = read(home, f"seeds/{page.stem}.yaml")
    assert not (problem or wrong)
    taken = take(page.read_bytes(), page.name)
    article = parse_article(page.stem, source.path, source.text, record)
    assert article.text == taken.text and not article.problems
    kinds = {(str(block.kind), block.span.of(article.text)) for block in article.blocks}
    assert {("heading", line) for line in taken.headings} | {
        ("caption", line) for line in taken.captions
    } <= kinds
    stated = {key: value for key, value in article.record.model_dump().items() if isinstance(value, str)}
    assert stated == {key: value for key in stated if (value := getattr(taken.stated, key))}
    assert "The check finds" not in done.output


def test_from_a_page_to_the_site(tmp_path: Path) -> None:
    assert run("site-builder", "init", "desk", cwd=tmp_path).returncode == 0
    home = tmp_path / "desk"
    done = run("site-builder", "import", str(PAGES / "portal-id.html"), "--name", "pabrik", cwd=home)
    assert done.returncode == 0, done.stderr
    assert "site-builder new pabrik" in done.stdout
    listed = run("site-builder", "new", "pabrik", "--list", cwd=home).stdout
    number = next(line.split()[0] for line in listed.splitlines() if "1.600 orang" in line)
    flags = [
        "--sentence",
        number,
        "--claim",
        "The works employ 1,600.",
        "--verdict",
        "unverifiable",
        "--name",
        "x",
    ]
    done = run("site-builder", "new", "pabrik", *flags, cwd=home)
    assert done.returncode == 0, done.stderr
    path = home / "claims/pabrik/x.yaml"
    text = path.read_text(encoding="utf-8").replace("status: draft", "status: published")
    text = text.replace("\nconclusion:\n", "\nconclusion: Nobody could count.\n")
    text = text.replace("\nexplanation:\n", "\nexplanation: Nobody could.\n")
    path.write_text(text.replace("\nchecked_on:\n", "\nchecked_on: 2026-01-20\n"), encoding="utf-8")
    done = run("site-builder", "check", cwd=home)
    assert done.returncode == 0, done.stdout
    done = run("mkdocs", "build", "--strict", "--quiet", cwd=home)
    assert done.returncode == 0, done.stderr
    page = (home / "site/articles/pabrik/index.html").read_text(encoding="utf-8")
    assert "sembilan puluh persen" in page and "Kabar Pantai" in page


def test_nothing_is_overwritten(home: Path) -> None:
    done = imported(home, PAGES / "daily-en.html", "--name", "piece")
    assert (
        done.exit_code == 2 and "there already" in done.output and "site-builder update piece" in done.output
    )
    assert (home / "seeds/piece.txt").read_text(encoding="utf-8") == disk.TEXT
    disk.put(home / "seeds/half.yaml", "mine\n")
    done = imported(home, PAGES / "daily-en.html", "--name", "half")
    assert done.exit_code == 2 and not (home / "seeds/half.txt").exists()


def test_standard_input_needs_a_name_only_where_none_can_be_made(home: Path) -> None:
    done = imported(home, "-", given=(PAGES / "daily-en.html").read_bytes())
    assert done.exit_code == 0 and (home / "seeds/night-trains-are-back.txt").is_file(), done.output
    done = imported(home, "-", given=(PAGES / "shimbun-ja.html").read_bytes())
    assert done.exit_code == 0 or "--name" in done.output
    done = imported(home, "-", "--language", "en", given="Only words.")
    assert done.exit_code == 2 and "--name" in done.output


def test_text_needs_a_language_and_flags_fill_the_record(home: Path, tmp_path: Path) -> None:
    file = disk.put(tmp_path / "Night Trains.txt", "Trains are back.\n\nThere are twelve.\n")
    done = imported(home, file)
    assert done.exit_code == 2 and "--language" in done.output
    flags = [
        "--language",
        "en",
        "--published",
        "2026-03",
        "--url",
        "https://a.example/",
        "--publisher",
        "The Daily",
    ]
    done = imported(home, file, *flags)
    assert done.exit_code == 0, done.output
    record = (home / "seeds/night-trains.yaml").read_text(encoding="utf-8")
    assert "working_title: Night trains\n" in record and "published: 2026-03\n" in record
    assert "\nauthor:\n" in record and "Not stated" in record


@pytest.mark.parametrize(
    ("flags", "said"),
    [
        (["--published", "yesterday"], "2026-03-02"),
        (["--url", "daily.example"], "https://"),
        (["--language", "English"], "write it as en"),
        (["--name", "Night Trains"], "night-trains"),
        (["--name", "../escape"], "no good address"),
        (["--encoding", "klingon"], "no encoding"),
    ],
)
def test_wrong_flags_are_told(home: Path, flags: list[str], said: str) -> None:
    done = imported(home, PAGES / "daily-en.html", *flags)
    assert done.exit_code == 2 and said in done.output, done.output
    assert sorted(path.name for path in (home / "seeds").iterdir()) == ["piece.txt", "piece.yaml"]


def test_the_check_speaks_at_once(home: Path, tmp_path: Path) -> None:
    file = disk.put(tmp_path / "odd.txt", "The bridge \u202ecost 1,600 euros.\n")
    done = imported(home, file, "--language", "en")
    assert done.exit_code == 0 and "A008" in done.output


@pytest.mark.skipif(not disk.modes_count(), reason="root may write everywhere")
def test_a_folder_that_may_not_be_written_is_told(home: Path) -> None:
    (home / "seeds").chmod(0o500)
    done = imported(home, PAGES / "daily-en.html")
    (home / "seeds").chmod(0o700)
    assert done.exit_code == 2 and "cannot be written: permission denied" in done.output


def test_without_the_reader_of_pages_the_way_out_is_told(home: Path) -> None:
    program = "import sys; sys.modules['lxml'] = None; import site_builder.cli as c; c.main(sys.argv[1:])"
    import subprocess
    import sys

    arguments = ["import", str(PAGES / "daily-en.html"), "--root", str(home)]
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments], capture_output=True, text=True, check=False
    )
    assert done.returncode == 2 and "pip install 'site-builder[html]'" in done.stderr
