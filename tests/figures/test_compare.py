"""Law 3: the same quantity, however written; anything else is not found."""

from __future__ import annotations

import pytest

from site_builder.figures import canonical_unit, check, read, readable
from site_builder.model.amount import parse_amount
from site_builder.model.figure import FigureCheck, Outcome

NINETY = "Sembilan puluh persen perusahaan Fortune 500 menggunakan AI."


def look(value: str, unit: str | None, quoted: str, article: str = "", language: str = "id") -> FigureCheck:
    figures = read(quoted, language)
    return check(parse_amount(value), unit, figures, lambda: read(article, language), language=language)


@pytest.mark.parametrize(
    ("value", "unit", "quoted", "language"),
    [
        ("90", "percent", NINETY, "id"),
        ("90", "%", "90 % perusahaan", "id"),
        ("90", "per cent", "90 percent of them", "en"),
        ("600", "employees", "memberhentikan 600 karyawan", "id"),
        ("80 to 100", "hours per week", "bekerja 80 hingga 100 jam seminggu", "id"),
        ("80–100", "hour-per-week", "từ 80 đến 100 giờ mỗi tuần", "vi"),
        ("100", None, "lebih dari 100 orang", "id"),
        ("1,200", "USD", "1.200 dolar AS", "id"),
        ("1200", None, "1.200 orang", "id"),
        ("2.5", "years", "deux ans et demi", "fr"),
        ("10", "percent", "rose from 5 percent to 10 percent", "en"),
        ("2025", "year", "pada tahun 2025", "id"),
        ("5", "rank", "peringkat ke-5", "id"),
        ("-5", "percent", "turun −5 %", "id"),
    ],
)
def test_finds_the_same_quantity(value: str, unit: str | None, quoted: str, language: str) -> None:
    found = look(value, unit, quoted, language=language)
    assert (found.outcome, found.units_differ) == (Outcome.FOUND, False)


@pytest.mark.parametrize(
    ("value", "unit", "quoted"),
    [
        ("95", "percent", NINETY),
        ("500", None, NINETY),
        ("80", "hours per week", "bekerja 80 hingga 100 jam seminggu"),
        ("100", "hours per week", "bekerja 80 hingga 100 jam seminggu"),
        ("80 to 90", None, "bekerja 80 hingga 100 jam seminggu"),
        ("600", None, "memberhentikan 1.600 karyawan"),
        ("9", None, "9 pagi hingga 9 malam"),
        ("24", None, "bekerja 24/7"),
        ("19", None, "selama Covid-19"),
        ("2025", None, "pada tahun 2025"),
        ("5", None, "peringkat ke-5"),
        ("5", None, "suhu -5 derajat"),
    ],
)
def test_another_quantity_is_absent(value: str, unit: str | None, quoted: str) -> None:
    assert look(value, unit, quoted).outcome is Outcome.ABSENT


def test_absent_names_the_nearest_quantity() -> None:
    result = look("85", "percent", "Hanya 12 orang, tetapi 80 persen dan 20 persen hadir.")
    assert result.figure is not None
    assert result.figure.text == "80 persen"


def test_the_nearest_of_a_single_value_may_be_a_range() -> None:
    result = look("80", "hours per week", "bekerja 80 hingga 100 jam seminggu")
    assert result.figure is not None
    assert result.figure.text == "80 hingga 100 jam seminggu"


def test_elsewhere_in_the_article() -> None:
    result = look("90", "percent", "Tidak ada angka.", NINETY)
    assert result.outcome is Outcome.ELSEWHERE
    assert result.figure is not None
    assert result.figure.text == "Sembilan puluh persen"


def test_the_article_is_not_read_where_the_quote_is_enough() -> None:
    def never() -> tuple[()]:
        raise AssertionError("the article was read")

    assert (
        check(parse_amount("5"), None, read("5 orang", "id"), never, language="id").outcome is Outcome.FOUND
    )


@pytest.mark.parametrize(
    ("unit", "quoted", "differ"),
    [
        ("hours", "5 hari", True),
        ("percent", "5 orang", True),
        ("employees", "5 persen", True),
        ("EUR", "$5", True),
        ("hours", "5 orang", False),
        ("employees", "5 orang", False),
        ("hours", "5 jam", False),
    ],
)
def test_units_that_disagree_are_told(unit: str, quoted: str, differ: bool) -> None:
    result = look("5", unit, quoted)
    assert (result.outcome, result.units_differ) == (Outcome.FOUND, differ)


def test_the_same_unit_is_preferred() -> None:
    result = look("5", "percent", "5 orang dan 5 persen")
    assert result.figure is not None
    assert (result.figure.text, result.units_differ) == ("5 persen", False)


def test_what_cannot_be_read_is_not_called_absent() -> None:
    assert not readable("xx")
    assert readable("id")
    assert look("90", "percent", "naintieɓi", language="xx").outcome is Outcome.UNREADABLE
    assert look("90", "percent", "90 % foo", language="xx").outcome is Outcome.FOUND


@pytest.mark.parametrize(
    ("written", "language", "unit"),
    [
        ("hours per week", "id", "hour-per-week"),
        ("hours a week", "en", "hour-per-week"),
        ("hour-per-week", "id", "hour-per-week"),
        ("jam seminggu", "id", "hour-per-week"),
        ("km/h", "en", "kilometer-per-hour"),
        ("percent", "id", "percent"),
        ("%", "vi", "percent"),
        ("per cent", "de", "percent"),
        ("phần trăm", "vi", "percent"),
        ("percentage points", "en", "percentage-point"),
        ("USD", "id", "USD"),
        ("US dollars", "vi", "USD"),
        ("$", "en", "USD"),
        ("rupiah", "id", "IDR"),
        ("€", "en", "EUR"),
        ("years", "ja", "year"),
        ("employees", "en", None),
        ("karyawan", "id", None),
        ("hours of sleep", "en", None),
    ],
)
def test_canonical_units(written: str, language: str, unit: str | None) -> None:
    assert canonical_unit(written, language) == unit
