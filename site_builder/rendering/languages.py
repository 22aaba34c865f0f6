"""Languages as pages name them, and which way they are written."""

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
_NAMES = {
    "ar": "Arabic",
    "az": "Azerbaijani",
    "de": "German",
    "en": "English",
    "es": "Spanish",
    "fa": "Persian",
    "fr": "French",
    "he": "Hebrew",
    "hi": "Hindi",
    "id": "Indonesian",
    "it": "Italian",
    "ja": "Japanese",
    "ko": "Korean",
    "ms": "Malay",
    "nl": "Dutch",
    "pl": "Polish",
    "pt": "Portuguese",
    "ru": "Russian",
    "th": "Thai",
    "tr": "Turkish",
    "uk": "Ukrainian",
    "vi": "Vietnamese",
    "zh": "Chinese",
}


def direction(language: str) -> str:
    """Return ``rtl`` or ``ltr`` for a BCP 47 code."""
    base, *rest = language.split("-")
    scripts = [part for part in rest if len(part) == 4]
    written_rtl = scripts[0] in _RTL_SCRIPTS if scripts else base in _RTL_LANGUAGES
    return "rtl" if written_rtl else "ltr"


def language_name(language: str) -> str:
    """Return a language's English name; its code where we have none."""
    return _NAMES.get(language.partition("-")[0], language)
