"""What was made last is not made again for the very same things."""

from site_builder.rendering.latest import latest


def test_only_the_same_object_is_known_again() -> None:
    made: list[tuple[object, ...]] = []

    @latest
    def make(*given: object) -> int:
        made.append(given)
        return len(made)

    one, equal = [1], [1]
    assert [make(one), make(one), make(equal), make(one)] == [1, 1, 2, 3]
    assert [make(one, one), make(one, one), make(one)] == [4, 4, 5]
    assert len(made) == 5
