"""The language of a work, as the code that CSL wants."""

from macros.bibliography.draft import Draft
from macros.bibliography.latex import decode_plain

CODES = {
    "english": "en-US", "american": "en-US", "usenglish": "en-US", "british": "en-GB", "ukenglish": "en-GB",
    "canadian": "en-CA", "australian": "en-AU", "newzealand": "en-NZ", "german": "de-DE", "ngerman": "de-DE",
    "austrian": "de-AT", "naustrian": "de-AT", "nswissgerman": "de-CH", "swissgerman": "de-CH", "french": "fr-FR",
    "francais": "fr-FR", "canadien": "fr-CA", "acadian": "fr-CA", "spanish": "es-ES", "mexican": "es-MX",
    "italian": "it-IT", "dutch": "nl-NL", "portuguese": "pt-PT", "brazilian": "pt-BR", "portuges": "pt-PT",
    "danish": "da-DK", "swedish": "sv-SE", "norwegian": "nb-NO", "norsk": "nb-NO", "nynorsk": "nn-NO",
    "finnish": "fi-FI", "icelandic": "is-IS", "polish": "pl-PL", "czech": "cs-CZ", "slovak": "sk-SK",
    "slovene": "sl-SI", "slovenian": "sl-SI", "croatian": "hr-HR", "serbian": "sr-RS", "hungarian": "hu-HU",
    "magyar": "hu-HU", "romanian": "ro-RO", "bulgarian": "bg-BG", "russian": "ru-RU", "ukrainian": "uk-UA",
    "greek": "el-GR", "turkish": "tr-TR", "latin": "la", "catalan": "ca-AD", "basque": "eu-ES", "galician": "gl-ES",
    "welsh": "cy-GB", "irish": "ga-IE", "hebrew": "he-IL", "arabic": "ar", "persian": "fa-IR", "hindi": "hi-IN",
    "chinese": "zh-CN", "japanese": "ja-JP", "korean": "ko-KR", "vietnamese": "vi-VN", "thai": "th-TH",
    "afrikaans": "af-ZA", "estonian": "et-EE", "latvian": "lv-LV", "lithuanian": "lt-LT", "indonesian": "id-ID",
}  # fmt: skip
"""Name of a language in babel or in English -> code."""


def put_language(draft: Draft) -> None:
    """Set `language` where the entry names one."""
    names = ("langid", "hyphenation", "language")
    found = next((name for name in names if draft.fields.get(name, "").strip()), "")
    draft.used.update(names)
    if found:
        text = decode_plain(draft.raw(found))
        draft.put("language", CODES.get(text.lower().removeprefix("lang"), text))
