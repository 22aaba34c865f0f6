"""A newsroom made to be hard on its pages: many checks, few checks, Markdown, and a text that runs from the right."""

from __future__ import annotations

from pathlib import Path

from tests import disk
from tests.conftest import ROOT
from tests.rules.newsroom import written

ADDRESS = "https://checks.example/fakta/"
CONFIG = f"""\
site_name: Hard cases
site_url: {ADDRESS}
site_description: Pages that are hard to set.
theme: {{name: null, custom_dir: templates}}
plugins:
  - site_builder: {{}}
nav:
  - Tables: tables.md
  - Methodology: methodology.md
  - Handbook: handbook.md
  - Glossary: glossary.md
"""
PROSE = "# Tables\n\n| place | length |\n|:--|--:|\n| canal | 4,200 m |\n\n```\nsite-builder check\n```\n"
VERDICTS = (
    "accurate",
    "mostly accurate",
    "needs context",
    "misleading",
    "inaccurate",
    "mistranslated",
    "unverifiable",
)
EVIDENCE = [
    {"stance": "supports", "publisher": "The Town", "quote": "it is so", "url": "https://town.example/"},
    {"stance": "refutes", "publisher": "The Lock", "quote": "it is not", "shows": "That it is not."},
    {"stance": "context", "title": "An old book", "published": "1901", "doubt": "A later print."},
]
# Short beside long: what pushes notes into each other where they can be pushed.
ENDS = (
    "was wet.",
    "rose by nobody knows how much, since the clerk who kept the book of levels had gone to sea with it.",
    "was mended.",
    "cost more than the council had said that it would, which nobody on the council denied.",
)
FEW = """\
The canal is older than the town. Its lock was built by hand, and by people whose names nobody wrote down.

Since then it has carried salt, coal, and, in one hard winter, a whole orchestra with its instruments. Nobody drowned.

The town would like to fill it in. The herons would not.
"""
MARKDOWN = """\
# The canal, *again*

The canal **is older** than the [town](https://town.example/). It was never filled in.

> Salt, coal and *herons*: that is all there ever was.

- The lock was built by hand.
- The `gate` was not.
"""
ARABIC = """\
افتتحت رئيسة البلدية الجسر في شهر مايو. كلّف الجسر 1600 يورو، وهو أقل مما توقعه المجلس.

قال المتحدث باسم المدينة إن الناس صفقوا طويلا. لم يغرق أحد في القناة منذ أن بُنيت (كما يقول السجل).

يريد المجلس أن يردم القناة، أما طيور البلشون فلا تريد ذلك.
"""


def make(home: Path) -> Path:
    """Write the newsroom."""
    disk.put(home / "mkdocs.yml", CONFIG)
    disk.put(home / "docs/tables.md", PROSE)
    for name in ("methodology", "handbook", "glossary"):
        disk.put(home / f"docs/{name}.md", f"# The {name}\n\nWhat we do.\n")
    disk.put(home / "templates/README.md", "Nothing is replaced.\n")
    disk.put(home / "claims/scale.yaml", (ROOT / "claims/scale.yaml").read_text(encoding="utf-8"))
    _dense(home)
    _article(home, "few", FEW, {"working_title": "Few checks", "language": "en"})
    _claims(home, "few", ("Its lock was built by hand", "Nobody drowned.", "The herons would not."))
    _permanence(home)
    _article(
        home,
        "marked",
        MARKDOWN,
        {"title": "The canal, again", "language": "en", "publisher": "The Canal"},
        ".md",
    )
    _claims(
        home, "marked", ("canal is older than the town", "coal and herons", "The lock was built by hand.")
    )
    _article(
        home, "jisr", ARABIC, {"working_title": "الجسر والقناة", "language": "ar", "publisher": "المدينة"}
    )
    _claims(
        home,
        "jisr",
        ("افتتحت رئيسة البلدية الجسر", "كلّف الجسر 1600 يورو", "صفقوا طويلا", "لم يغرق أحد في القناة"),
        translation="What it says, in English.",
    )
    return home


def sentences() -> list[str]:
    """Return the 32 sentences of the dense article."""
    return [f"The {name} lock {ENDS[n % 4]}" for n, name in enumerate(_names())]


def _names() -> list[str]:
    return [f"{size} {place}" for size in ("upper", "lower", "old", "new") for place in _PLACES]


_PLACES = ("northern", "southern", "eastern", "western", "inner", "outer", "wooden", "iron")


def _dense(home: Path) -> None:
    lines = sentences()
    text = "\n\n".join(" ".join(lines[n : n + 4]) for n in range(0, len(lines), 4)) + "\n"
    record = {
        "title": "Thirty-two sentences, each of them checked",
        "language": "en",
        "publisher": "The Canal",
        "published": "2025-10-22",
    }
    _article(home, "dense", text, record)
    _claims(home, "dense", lines)


def _article(home: Path, name: str, text: str, record: dict[str, str], ending: str = ".txt") -> None:
    disk.put(home / f"seeds/{name}{ending}", text)
    disk.put(home / f"seeds/{name}.yaml", written(record))


def _claims(home: Path, article: str, quotes: tuple[str, ...] | list[str], **more: object) -> None:
    for n, quote in enumerate(quotes):
        given = {
            "article": article,
            "quote": quote,
            "claim": f"What the check lettered {chr(65 + n % 26)}{chr(97 + n // 26)} is about, in words that run on.",
            "verdict": VERDICTS[n % len(VERDICTS)],
            "conclusion": "The town's own record says so, and a second one, kept by the lock-keeper, agrees with it.",
            "topics": ["Water", "Herons & other birds"][: 1 + n % 2],
            "claimant": "The council" if n % 3 else "null",
            "evidence": EVIDENCE[n % len(VERDICTS) >= 4 :],
            **more,
        }
        disk.claim(home, given, f"{article}/check-{n:02}")


def _permanence(home: Path) -> None:
    """Write a corrected claim that was renamed, and a withdrawn one."""
    base = {"article": "few", "verdict": "accurate", "conclusion": "It is so."}
    corrected = {
        "quote": "The canal is older than the town",
        "claim": "The canal is older than the town.",
        "corrections": [{"date": "2025-11-21", "text": "We had the wrong canal."}],
        "formerly": ["few/old-canal"],
        "doubts": "Its age is not known.",
    }
    withdrawn = {
        "quote": "it has carried salt",
        "claim": "The canal carried salt.",
        "status": "withdrawn",
        "withdrawn": {"date": "2025-11-22", "reason": "It was no claim."},
    }
    disk.claim(home, base | corrected, "few/older")
    disk.claim(home, base | withdrawn, "few/salt")
