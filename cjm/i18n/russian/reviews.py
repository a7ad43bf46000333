"""In Russian: topics of reviews."""

from __future__ import annotations

REVIEWS: dict[str, str] = {
    "there are no reviews: {n} {n:row|rows} read, none left": (
        "отзывов нет: {n:прочитана|прочитано|прочитано} {n} {n:строка|строки|строк}, "
        "ни одной не осталось"
    ),
    "\\b and \\w know only Latin letters: beside others they match nothing": (
        "\\b и \\w знают только латинские буквы: рядом с другими они не совпадут ни с чем"
    ),
    "write \\pL for any letter, or use words instead of patterns": (
        "пишите \\pL для любой буквы или words вместо patterns"
    ),
    "the lexicon {path} is not UTF-8": "словарь тональности {path} не в UTF-8",
    "save it as UTF-8": "сохраните его в UTF-8",
    "the lexicon {path} has no words": "в словаре тональности {path} нет слов",
    "{path}:{line}: no word with a weight from −1 to 1: {text!r}": (
        "{path}:{line}: здесь не слово с весом от −1 до 1: {text!r}"
    ),
    "a line is a word and its weight, such as: terrible;-0.9": (
        "строка — это слово и его вес, например: ужасно;-0,9"
    ),
}
