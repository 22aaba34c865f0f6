"""The commands that show what the machine sees."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from site_builder.cli.commands import group

TEXT = "Meta memberhentikan 600 karyawan. Mereka bekerja 80 hingga 100 jam seminggu.\nSelesai.\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "berita.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def run(*arguments: str, stdin: str | None = None) -> str:
    result = CliRunner().invoke(group, [str(a) for a in arguments], input=stdin)
    assert result.exit_code == 0, result.output
    return result.output


def test_sentences_as_json_lose_nothing(file: Path):
    sentences = json.loads(run("sentences", str(file), "--lang", "id", "--json"))["sentences"]
    assert [TEXT[s["start"] : s["end"]] for s in sentences] == [s["text"] for s in sentences]
    assert [s["text"] for s in sentences] == [
        "Meta memberhentikan 600 karyawan.",
        "Mereka bekerja 80 hingga 100 jam seminggu.",
        "Selesai.",
    ]
    assert {s["kind"] for s in sentences} == {"paragraph"}


def test_sentences_know_the_record_beside_the_article(file: Path):
    file.with_suffix(".yaml").write_text(
        "working_title: x\nlanguage: id\nstructure:\n  credits: [Selesai.]\n", encoding="utf-8"
    )
    sentences = json.loads(run("sentences", str(file), "--json"))["sentences"]
    assert sentences[-1]["kind"] == "credit"


def test_figures_one_line_each():
    lines = run(
        "figures", "--lang", "id", "--json", stdin="600 karyawan\nsembilan puluh persen\nkosong kata\n"
    )
    first, second, *_ = map(json.loads, lines.splitlines())
    assert (first["figures"][0]["low"], first["figures"][0]["high"]) == (600, 600)
    assert second["figures"][0]["percent"] is True
    assert second["figures"][0]["values"] == [90]
    assert set(second["figures"][0]) >= {
        *("start", "end", "text", "kind", "values", "low", "high", "unit", "percent", "readings")
    }


def test_figures_as_a_table():
    table = run("figures", "--lang", "id", stdin="80 hingga 100 jam seminggu\n")
    assert "80 to 100" in table
    assert "hour-per-week" in table


def test_a_quote_is_found_with_its_place(file: Path):
    found = json.loads(run("quote", str(file), "600 karyawan", "--lang", "id", "--json"))
    assert found["status"] == "exact"
    (start, end), *_ = found["places"]
    assert TEXT[start:end] == "600 karyawan"


def test_a_cut_figure_is_no_quote(file: Path):
    found = json.loads(run("quote", str(file), "00 karyawan", "--lang", "id", "--json"))
    assert found["status"] == "orphan"
    assert found["places"] == []
    assert found["cuts"][0]["text"] == "600"


def test_a_changed_figure_is_the_loudest_message(file: Path):
    assert "THE FIGURES DIFFER" in run(
        "quote", str(file), "Meta memberhentikan 700 karyawan.", "--lang", "id"
    )


def test_batches_answer_in_order_and_say_what_is_wrong_with_a_line(file: Path):
    lines = [
        json.dumps({"text": TEXT, "quote": "600 karyawan", "lang": "id"}),
        "no json",
        json.dumps({"file": "no-such-file.txt", "quote": "x"}),
        json.dumps({"text": TEXT}),
        json.dumps({"file": str(file), "quote": "Selesai.", "lang": "id"}),
    ]
    answers = [json.loads(line) for line in run("quote", "--batch", stdin="\n".join(lines)).splitlines()]
    assert [answer.get("status") for answer in answers] == ["exact", None, None, None, "exact"]
    assert "line 2" in answers[1]["error"]
    assert "no-such-file.txt cannot be read" in answers[2]["error"]
    assert "give `quote`" in answers[3]["error"]


def test_batches_of_sentences_and_figures():
    line = json.dumps({"text": "Satu. Dua puluh.", "lang": "id"})
    assert len(json.loads(run("sentences", "--batch", stdin=line))["sentences"]) == 2
    assert json.loads(run("figures", "--batch", stdin=line))["figures"][-1]["values"] == [20]


UNANSWERABLE = [
    r'{"text": "a \ud800 5", "quote": "5"}',
    "[" * 100_000,
    r'{"file": "a\u0000b", "quote": "5"}',
    '{"text": 5, "quote": "5"}',
]


@pytest.mark.parametrize("command", ["sentences", "figures", "quote"])
def test_no_line_of_a_batch_ends_it(command: str):
    good = json.dumps({"text": "It cut 600 jobs.", "quote": "600 jobs"})
    answers = run(command, "--batch", stdin="\n".join([*UNANSWERABLE, good])).splitlines()
    assert ["error" in json.loads(answer) for answer in answers] == [True] * len(UNANSWERABLE) + [False]


@pytest.mark.parametrize(
    "language", ["", "xx", "pt-BR", "sr_Latn", "-", "x" * 300, "../common", "日本", "a\0"]
)
def test_any_language_code_is_answered(language: str):
    line = json.dumps({"text": "It cut 600 jobs.", "quote": "600 jobs", "lang": language})
    for command in ("sentences", "figures", "quote"):
        assert "error" not in json.loads(run(command, "--batch", stdin=line))
