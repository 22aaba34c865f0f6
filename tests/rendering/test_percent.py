"""Words in addresses are encoded as Python's own function encodes them."""

from urllib.parse import quote

from hypothesis import given
from hypothesis import strategies as st

from site_builder.rendering.percent import percent


@given(st.text() | st.text(alphabet=" a-,&%\r\né你"))
def test_words_are_encoded(words: str) -> None:
    assert percent(words) == quote(words, safe="")
