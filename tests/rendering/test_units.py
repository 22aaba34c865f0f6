"""Units in the words of a page's readers."""

from __future__ import annotations

import pytest

from site_builder.model.told import Told
from site_builder.rendering.messages import Messages
from site_builder.rendering.units import unit_words


@pytest.mark.parametrize(
    ("unit", "language", "words"),
    [
        ("hours per week", "en", "hours per week"),
        ("hours per week", "id", "jam per minggu"),
        ("hours per week", "vi", "giờ / tuần"),
        ("percent", "id", "persen"),
        ("days", "ar", "أيام"),
        ("USD", "vi", "đô la Mỹ"),
        ("km per hour", "de", "Kilometer pro Stunde"),
        ("employees", "id", "employees"),
        ("", "id", ""),
    ],
)
def test_measures_have_names_in_each_language(unit: str, language: str, words: str):
    assert unit_words(unit, "en", Messages(language)) == words


def test_what_has_no_name_there_knows_its_language():
    named = unit_words("employees", "en", Messages("id"))
    assert isinstance(named, Told)
    assert named.language == "en"
