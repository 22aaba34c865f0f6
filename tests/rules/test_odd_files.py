"""Whatever stands in a file, the check ends with findings, never with an exception, and the report can be shown."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from site_builder.model.finding import Report
from site_builder.reporting import github, json, sarif, text
from tests.rules import newsroom

SOUND = newsroom.written(newsroom.CLAIM)
SNIPPETS = st.sampled_from(
    [
        "\n",
        ": ",
        "- ",
        '"',
        "'",
        "#",
        "\t",
        "…",
        "[…]",
        "1,6",
        "\u202e",
        "\x00",
        "\ufeff",
        "大",
        "e\u0301",
        "&a ",
        "*a",
        "!!x ",
    ]
)


@st.composite
def damaged(draw: st.DrawFn, sound: str) -> str:
    """Return ``sound`` with up to three stretches replaced."""
    for _ in range(draw(st.integers(1, 3))):
        start = draw(st.integers(0, len(sound)))
        end = draw(st.integers(start, min(len(sound), start + 12)))
        sound = sound[:start] + draw(SNIPPETS | st.text(max_size=4)) + sound[end:]
    return sound


def show(report: Report) -> None:
    for render in (text.render, json.render, github.render, sarif.render):
        assert render(report).endswith("\n")


@settings(max_examples=100)
@given(damaged(SOUND))
def test_damaged_claim_file(claim: str) -> None:
    show(Report(newsroom.judged({"claim": claim})))


@settings(max_examples=50)
@given(damaged(newsroom.TEXT), damaged(newsroom.written(newsroom.RECORD)))
def test_damaged_article(article: str, record: str) -> None:
    show(Report(newsroom.judged({"article": article, "record": record})))


@settings(max_examples=50)
@given(quote=st.text(min_size=1, max_size=40), prefix=st.text(max_size=8), until=st.dates())
def test_odd_values(quote: str, prefix: str, until: object) -> None:
    excuse = {"rule": quote, "reason": prefix, "until": str(until)}
    claim = {
        "quote": quote,
        "prefix": prefix,
        "verdict": quote,
        "excuses": [excuse],
        "chain": [{"text": quote}],
    }
    show(Report(newsroom.judged({"claim": claim})))
