"""Which way languages are written."""

from __future__ import annotations

# Scripts written from right to left, and the languages that use one unless their code names a script (CLDR 46,
# likely subtags).
_RTL_SCRIPTS = {"Adlm", "Arab", "Aran", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa"}
_RTL_LANGUAGES = {
    "ar",
    "arc",
    "azb",
    "bal",
    "ckb",
    "dv",
    "fa",
    "glk",
    "he",
    "khw",
    "lrc",
    "mzn",
    "nqo",
    "ps",
} | {
    "sd",
    "skr",
    "syr",
    "ug",
    "ur",
    "yi",
}


def direction(language: str) -> str:
    """Return ``rtl`` or ``ltr`` for a BCP 47 code."""
    base, *rest = language.split("-")
    scripts = [part for part in rest if len(part) == 4]
    written_rtl = scripts[0] in _RTL_SCRIPTS if scripts else base in _RTL_LANGUAGES
    return "rtl" if written_rtl else "ltr"
