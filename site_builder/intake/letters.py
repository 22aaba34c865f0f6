"""From bytes to text: the encoding that the source states, else UTF-8, and never a guess."""

from __future__ import annotations

import codecs
import re

from site_builder.intake.taken import Form, Refused

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_HEAD = 4096
"""Bytes within which browsers look for the encoding, four times over: some pages put scripts before it."""
_DECLARED = re.compile(
    rb"""<meta[^>]{0,300}?charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:-]{2,40})""", re.IGNORECASE
)
_XML = re.compile(rb"""^\s{0,99}<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}["']([\w.:-]{2,40})""")
# Source: WHATWG Encoding Standard: what pages call by the first name is written in the second.
_AS_BROWSERS_READ = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "big5": "big5hkscs",
    "utf-16": "utf-8",
    "utf-16-le": "utf-8",
    "utf-16-be": "utf-8",
}
_KNOWN = (
    (b"%PDF", "a PDF", "open it, copy the article's text into a plain text file, and import that"),
    (b"PK\x03\x04", "a document of an office program or an archive", "save its text as plain text (.txt)"),
    (b"\xd0\xcf\x11\xe0", "a document of an office program", "save its text as plain text (.txt)"),
    (b"{\\rtf", "rich text (RTF)", "save it as plain text (.txt)"),
    (b"bplist", "a web archive", "save the page as HTML only"),
    (b"\x1f\x8b", "packed (gzip)", "unpack it first"),
    (b"\x89PNG", "a picture", "type or copy the text into a plain text file"),
    (b"\xff\xd8\xff", "a picture", "type or copy the text into a plain text file"),
)


def decoded(data: bytes, form: Form | None, encoding: str | None) -> str:
    """Return the text of a file; line ends become ``\\n``, and a byte order mark is no part of the text.

    ``encoding`` overrules what the file states.

    Raises:
        Refused: it is no text, or its encoding is not stated, unknown, or not the one stated.
    """
    _refuse_other_kinds(data)
    name, why = (encoding, "you named") if encoding else _stated(data, form)
    try:
        text = data.decode(name)
    except LookupError:
        raise Refused(f"no encoding is called {name}: name another with --encoding") from None
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise Refused(
            f"line {line} is not written in {name}, the encoding that {why}: "
            "save the file as UTF-8, or name the right one with --encoding, such as windows-1252"
        ) from None
    if "\0" in text:
        raise Refused(
            "the file holds NUL characters, so it is no text: save the article as plain text or HTML"
        )
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _refuse_other_kinds(data: bytes) -> None:
    for begin, what, advice in _KNOWN:
        if data.startswith(begin):
            raise Refused(f"the file is {what}: {advice}")
    if b"\nContent-Type: multipart/related" in data[:_HEAD].replace(b"\r", b""):
        raise Refused("the file is a web page packed into one file (MHTML): save the page as HTML only")


def _stated(data: bytes, form: Form | None) -> tuple[str, str]:
    for mark, name in _MARKS:
        if data.startswith(mark):
            return name, "its first bytes state"
    found = _XML.search(data[:_HEAD]) or _DECLARED.search(data[:_HEAD])
    if form in (Form.MARKDOWN, Form.TEXT) or not found:
        return "utf-8", "is expected where none is stated"
    return _as_browsers_read(found[1].decode("ascii")), "the page states"


def _as_browsers_read(name: str) -> str:
    try:
        known = codecs.lookup(name).name
    except LookupError:
        return name
    return _AS_BROWSERS_READ.get(known, known)
