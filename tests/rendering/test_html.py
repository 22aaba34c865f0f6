"""Text as HTML: what a heading holds together."""

from __future__ import annotations

import pytest

from site_builder.rendering.html import unbroken


@pytest.mark.parametrize(
    ("words", "html"),
    [
        ("The 100-hour week", 'The <span class="whole">100-hour</span> week'),
        ("A 1,200-mile walk & more", 'A <span class="whole">1,200-mile</span> walk &amp; more'),
        ("An AI-first firm", "An AI-first firm"),
        ("Well-known < 'so-called'", "Well-known &lt; &#39;so-called&#39;"),
        ("80–100 hours", "80–100 hours"),
        ("9-9-6 weeks", '<span class="whole">9-9-6</span> weeks'),
        ("a 3- or 4-day week", 'a 3- or <span class="whole">4-day</span> week'),
    ],
)
def test_a_number_stays_with_the_word_that_a_hyphen_ties_to_it(words: str, html: str) -> None:
    assert unbroken(words) == html
