"""The record of an imported article: what its source states, and a word on each field."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from site_builder.editing.scalars import entry, item
from site_builder.intake.taken import Stated

_NONE = "(Not stated: fill it in if you know it for sure, or leave it out.)"
_LEADS_AWAY = """\
# These lines are little more than a link to another page. Where one is no part of the article, take the signs #
# away, or delete the others:
"""


def record(
    file: str,
    stated: Stated,
    *,
    working_title: str = "",
    headings: Sequence[str] = (),
    captions: Sequence[str] = (),
    leads_away: Sequence[str] = (),
    schema: str = "",
) -> str:
    """Return the text of an article's record, ready to be read back.

    ``file`` is the name of the article's file, ``schema`` the address of the JSON Schema for editors' programs. What
    is not stated stands there as an empty field, which counts as left out.
    """
    return "".join(
        [
            f"# yaml-language-server: $schema={schema}\n" if schema else "",
            f"# What is known about {file}, and what its lines are. The handbook explains each field.\n",
            *_title(stated, working_title),
            *_field("publisher", stated.publisher, "Who published it."),
            *_field("author", stated.author, "Who wrote it."),
            *_field("url", stated.url, "Where it stands."),
            "# The language of the text.\n",
            entry("language", stated.language),
            *_field(
                "published",
                stated.published,
                "When it was published, as exactly as known: 2026-03-02, 2026-03 or 2026.",
            ),
            "# The day on which the text was taken from its source, such as 2026-03-25.\n",
            "read:\n",
            *_structure(headings, captions, leads_away),
            _ASIDES,
        ]
    )


_ASIDES = """
# Sentences that nobody will check, each with its reason. Take the signs # away and fill in:
# set_aside:
#   - quote: The words of the sentence, copied.
#     reason: An opinion.
"""


def _title(stated: Stated, working_title: str) -> Iterator[str]:
    if stated.title:
        yield "# The title as printed.\n" + entry("title", stated.title)
        return
    yield "# No title was stated: this is a name of your own. Once you know the printed one, write `title:` instead.\n"
    yield entry("working_title", working_title)


def _field(key: str, value: str, about: str) -> Iterator[str]:
    yield f"# {about}\n{entry(key, value)}" if value else f"# {about} {_NONE}\n{key}:\n"


def _structure(headings: Sequence[str], captions: Sequence[str], leads_away: Sequence[str]) -> Iterator[str]:
    yield "\n# What the lines are: headings, captions, credits, furniture (strays that are no part of the article).\n"
    lists = [(key, lines) for key, lines in (("headings", headings), ("captions", captions)) if lines]
    furniture = f"  furniture:\n{_items(leads_away)}" if leads_away else ""
    if lists:
        yield "structure:\n" + "".join(f"  {key}:\n{_items(lines)}" for key, lines in lists)
        yield _LEADS_AWAY + _commented(furniture) if furniture else ""
    else:
        yield _LEADS_AWAY if furniture else ""
        yield _commented("structure:\n" + (furniture or "  headings:\n    - A line of the text, copied\n"))


def _items(lines: Sequence[str]) -> str:
    return "".join(item(line, indent=4) for line in lines)


def _commented(lines: str) -> str:
    return "".join(f"# {line}" for line in lines.splitlines(keepends=True))
