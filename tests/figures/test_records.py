"""The shape that the command line prints."""

from __future__ import annotations

import json

from site_builder.figures import as_record, read


def test_a_range_with_a_rate() -> None:
    (figure,) = read("bekerja 80 hingga 100 jam seminggu", "id")
    assert as_record(figure) == {
        "start": 8,
        "end": 34,
        "text": "80 hingga 100 jam seminggu",
        "kind": "duration",
        "values": [80, 100],
        "low": 80,
        "high": 100,
        "unit": "hour-per-week",
        "percent": False,
        "bound": "exact",
        "readings": [[80, 100]],
    }


def test_whole_numbers_are_integers_and_others_floats() -> None:
    (figure,) = read("1.200 or", "en")
    assert json.dumps(as_record(figure)["readings"]) == "[1.2, 1200]"


def test_open_ends_are_null() -> None:
    record = as_record(read("more than 90 percent", "en")[0])
    assert (record["low"], record["high"], record["percent"], record["readings"]) == (
        90,
        None,
        True,
        [[90, None]],
    )


def test_a_code_has_no_value() -> None:
    record = as_record(read("24/7", "en")[0])
    assert (record["kind"], record["values"], record["low"], record["readings"]) == ("code", [], None, [])
