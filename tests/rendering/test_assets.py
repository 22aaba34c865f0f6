"""Style sheets, one for each kind of page, and scripts: without what only people need who write them."""

from __future__ import annotations

from pathlib import Path

import pytest

from site_builder.folders import own_templates
from site_builder.rendering.assets import load_assets


def sheets(folder: Path) -> dict[str, str]:
    files = load_assets([folder, own_templates()]).files
    return {
        path.removeprefix("assets/"): data.decode() for path, data in files.items() if path.endswith(".css")
    }


def test_a_kind_of_page_has_one_sheet_with_all_that_it_needs(tmp_path: Path):
    found = sheets(tmp_path)
    for kind, parts in {
        "article": [".pin {", ".brand {"],
        "claim": [".facts dl {", ".brand {"],
        "number-line": [".nl ul {", ".facts dl {", ".brand {"],
        "statistics": [".stat {", ".brand {"],
    }.items():
        assert all(part in found[f"{kind}.css"] for part in parts), kind
    assert not any(part in found["site.css"] for part in (".pin {", ".facts dl {", ".nl ul {", ".stat {"))


def test_a_newsrooms_own_sheet_is_in_every_one_that_is_made_of_it(tmp_path: Path):
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets/site.css").write_text("body { color: teal }", encoding="utf-8")
    found = sheets(tmp_path)
    assert found["site.css"] == "body { color: teal }"
    assert "teal" in found["article.css"]
    assert "teal" in found["number-line.css"]
    assert ".brand {" not in found["claim.css"]


def test_comments_go_and_words_stay(tmp_path: Path):
    (tmp_path / "assets").mkdir()
    css = '/* a\n comment */\n  a::before { content: "/* no */  \\" comment" }\n\n\n  b { color: red /* x */ }\n'
    (tmp_path / "assets/own.css").write_text(css, encoding="utf-8")
    assert (
        sheets(tmp_path)["own.css"] == '\na::before { content: "/* no */  \\" comment" }\nb { color: red  }\n'
    )


@pytest.mark.parametrize(
    ("script", "published"),
    [
        ('// a\nlet a = "// b"; // c\n  // d\nb();\n', 'let a = "// b"; // c\nb();\n'),
        ("let a = `\n// no comment\n`;\n", "let a = `\n// no comment\n`;\n"),
        ('let a = "\\\n// no comment";\n', 'let a = "\\\n// no comment";\n'),
    ],
)
def test_a_script_goes_without_the_lines_that_are_comments(tmp_path: Path, script: str, published: str):
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets/own.js").write_text(script, encoding="utf-8")
    assert load_assets([tmp_path]).files["assets/own.js"].decode() == published
