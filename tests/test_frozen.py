"""Records: equal by value, shown by name, made from the same arguments as a dataclass, and as unforgiving."""

from __future__ import annotations

import dataclasses
import pickle
from dataclasses import field
from functools import cached_property

import pytest

from site_builder.frozen import frozen


@frozen
class Place:
    """A place."""

    line: int
    column: int = 1
    notes: list[str] = field(default_factory=list, compare=False, repr=False)


@frozen
class Named(Place):
    name: str = "here"

    def __repr__(self) -> str:
        return self.name


@frozen
class Nothing:
    pass


@frozen(slots=False)
class Counted:
    words: tuple[str, ...]
    total: int = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "total", len(self.words))

    @cached_property
    def longest(self) -> str:
        return max(self.words, key=len)


def test_records_are_made_by_place_and_by_name() -> None:
    assert Place(3, 4) == Place(line=3, column=4)
    assert Place(3).column == 1
    assert Named(3, name="there").name == "there"


@pytest.mark.parametrize("given", [(), (1, 2, [], 4)])
def test_missing_and_spare_values_are_refused(given: tuple[object, ...]) -> None:
    with pytest.raises(TypeError, match=r"__init__\(\)"):
        Place(*given)  # type: ignore[arg-type]


def test_unknown_names_are_refused() -> None:
    with pytest.raises(TypeError, match="row"):
        Place(1, row=2)  # type: ignore[call-arg]


def test_a_new_list_for_each_record() -> None:
    Place(1).notes.append("one")
    assert Place(1).notes == []


def test_equality_and_hash_are_of_what_is_compared() -> None:
    assert Place(1, 2, ["a"]) == Place(1, 2, ["b"])
    assert {Place(1, 2, ["a"]), Place(1, 2, ["b"])} == {Place(1, 2)}
    assert Place(1, 2) != Place(1, 3)
    assert Nothing() == Nothing()
    assert hash(Nothing()) == hash(Nothing())


def test_another_class_is_never_equal() -> None:
    assert Named(1) != Place(1)
    assert Place(1) != (1, 1)


def test_it_shows_its_values_unless_it_has_its_own_way() -> None:
    assert repr(Place(3, 4, ["hidden"])) == "Place(line=3, column=4)"
    assert repr(Named(3)) == "here"


def test_slots_take_no_other_names() -> None:
    with pytest.raises(AttributeError):
        Place(1).row = 2  # type: ignore[attr-defined]


def test_without_slots_computed_values_are_kept() -> None:
    record = Counted(("a", "three"))
    assert record.total == 2
    assert record.longest is record.longest


def test_dataclasses_know_it() -> None:
    assert [each.name for each in dataclasses.fields(Named)] == ["line", "column", "notes", "name"]
    assert dataclasses.replace(Place(1), column=5) == Place(1, 5)
    assert dataclasses.asdict(Place(1)) == {"line": 1, "column": 1, "notes": []}
    assert Place.__match_args__ == ("line", "column", "notes")


def test_records_travel() -> None:
    assert pickle.loads(pickle.dumps(Named(7, 2, ["x"], "there"))) == Named(7, 2, [], "there")


def test_docstrings_are_those_that_were_written() -> None:
    assert Place.__doc__ == "A place."
    assert Nothing.__doc__ is None
