"""Pictures: the right size, the same bytes each time, drawn once, and never believed where they are not whole."""

from __future__ import annotations

import struct
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import pytest

from site_builder.caching import Store
from site_builder.drawing import DrawingError, Easel
from site_builder.folders import own_templates
from site_builder.rendering.assets import load_fonts
from site_builder.rendering.social import Drawing

FONTS = load_fonts([own_templates()])
SIZE = (120, 63)
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="120" height="63" viewBox="0 0 120 63">'
    '<text x="4" y="40" font-family="Literata" font-size="24">Ế 90 %</text></svg>'
)


KEY = b"k" * 32


def easel(kept: Path | None = None, fonts: dict[Path, bytes] = FONTS) -> Easel:
    return Easel(fonts, SIZE, Store(kept, KEY) if kept else None)


def pictures(kept: Path) -> list[Path]:
    return [path for path in kept.rglob("*") if path.is_file() and path.name != ".gitignore"]


def pixels(picture: bytes) -> tuple[int, int]:
    width, height = struct.unpack(">II", picture[16:24])
    return width, height


def test_a_picture_is_a_png_of_the_size_and_always_the_same():
    picture = easel().draw(SVG)
    assert picture.startswith(b"\x89PNG\r\n\x1a\n")
    assert pixels(picture) == SIZE
    assert easel().draw(SVG) == picture


def test_what_is_no_svg_is_told_with_the_template_that_makes_it():
    with pytest.raises(DrawingError, match=r"`social\.svg` among the templates"):
        easel().draw("<svg")


def test_words_are_set_in_our_fonts_alone():
    without = Easel({}, SIZE).draw(SVG)
    nothing = Easel({}, SIZE).draw(SVG.replace("Ế 90 %", ""))
    assert without == nothing, "a font of the system was used"
    assert easel().draw(SVG) != nothing


def test_what_was_drawn_is_not_drawn_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    picture = easel(tmp_path).draw(SVG)
    monkeypatch.setattr("resvg_py.svg_to_bytes", lambda **_: pytest.fail("drawn again"))
    assert easel(tmp_path).draw(SVG) == picture


@pytest.mark.parametrize(
    "spoil",
    [
        lambda kept: b"",
        lambda kept: kept[:-1],
        lambda kept: kept[:100] + bytes([kept[100] ^ 1]) + kept[101:],
        lambda kept: kept[32:],
        lambda kept: b"<svg/>",
    ],
    ids=["empty", "cut", "one bit", "without its signature", "something else"],
)
def test_a_spoilt_picture_is_drawn_anew(tmp_path: Path, spoil: Callable[[bytes], bytes]):
    picture = easel(tmp_path).draw(SVG)
    (kept,) = pictures(tmp_path)
    kept.write_bytes(spoil(kept.read_bytes()))
    assert easel(tmp_path).draw(SVG) == picture
    assert easel(tmp_path).draw(SVG) == picture
    assert len(pictures(tmp_path)) == 1


def test_a_picture_that_somebody_else_put_there_is_not_believed(tmp_path: Path):
    mine, theirs = tmp_path / "mine", tmp_path / "theirs"
    picture = easel(mine).draw(SVG)
    Easel(FONTS, SIZE, Store(theirs, b"x" * 32)).draw(SVG.replace("90", "19"))
    (kept,), (forged,) = pictures(mine), pictures(theirs)
    kept.write_bytes(forged.read_bytes())
    assert easel(mine).draw(SVG) == picture


@pytest.mark.parametrize("value", [b"GIF89a", "words", Easel({}, (240, 126)).draw(SVG)])
def test_what_is_no_picture_of_this_size_is_not_ours(tmp_path: Path, value: object):
    picture = easel(tmp_path).draw(SVG)
    (kept,) = pictures(tmp_path)
    Store(tmp_path, KEY).put(kept.name, value)
    assert easel(tmp_path).draw(SVG) == picture


def test_another_drawing_or_another_font_is_another_picture(tmp_path: Path):
    easel(tmp_path).draw(SVG)
    easel(tmp_path).draw(SVG.replace("90", "91"))
    easel(tmp_path, dict(list(FONTS.items())[:1])).draw(SVG)
    assert len(pictures(tmp_path)) == 3


def test_pictures_come_in_order_though_some_are_kept_and_others_drawn(tmp_path: Path):
    first = easel(tmp_path).draw(SVG.replace("90", "1"))
    drawings = [Drawing(f"{n}.png", SVG.replace("90", str(n)), wordless=n == 2) for n in (0, 1, 2, 1)]
    with ProcessPoolExecutor(2) as hands:
        found = list(easel(tmp_path).pictures(drawings, hands.map))
    assert [(each.path, each.wordless) for each in found] == [
        ("0.png", False),
        ("1.png", False),
        ("2.png", True),
        ("1.png", False),
    ]
    assert [each.content for each in found] == [easel().draw(each.svg) for each in drawings]
    assert found[1].content == first


def test_where_nothing_can_be_kept_it_is_drawn_all_the_same(tmp_path: Path):
    (tmp_path / "file").write_bytes(b"in the way")
    assert pixels(easel(tmp_path / "file").draw(SVG)) == SIZE
