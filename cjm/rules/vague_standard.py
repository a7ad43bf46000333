PAGE = """# A standard that nobody can check

## What it finds

A `standard` with a vague word – politely, quickly, as soon as possible, high quality – and no
figure, time or count in the same text. English and Russian words are known whatever the language
of the map.

## Why it hurts the customer

Everybody reads it as it suits. The customer gets what the person on duty takes for polite and
quick, and nobody can say whether that was the promise.

## Failing example

```yaml
cjm: 1
touchpoints:
  call:
    expectation: 8
    experience: 8
    standard:
      - answer the call quickly  # ← CJM409
      - say your name
```

## Passing example

```yaml
cjm: 1
touchpoints:
  call:
    expectation: 8
    experience: 8
    standard:
      - answer the call quickly, by the third ring
      - say your name
```

## Options

- `words`: a list of more vague words; a Russian one is met with any ending; default: none.
"""

import re
from collections.abc import Iterator
from functools import cache

from cjm.diagnostics import Diagnostic, Place, Severity
from cjm.i18n import say
from cjm.rules.base import Option, Rule, Subject

ENGLISH = (
    "adequately", "appropriately", "as fast as possible", "as necessary", "as needed",
    "as quickly as possible", "as required", "as soon as possible", "asap", "at high quality",
    "attentive", "attentively", "carefully", "comfortable", "comfortably", "convenient",
    "conveniently", "courteous", "courteously", "diligently", "efficient", "efficiently", "fast",
    "friendly", "high quality", "high-quality", "if possible", "in a timely manner", "polite",
    "politely", "professionally", "prompt", "promptly", "properly", "quick", "quickly", "regularly",
    "respectfully", "soon", "swiftly", "timely", "when necessary", "where possible",
)  # fmt: skip
"""Words and phrases as they are; whole, in any case."""
RUSSIAN = (
    "аккуратн", "быстр", "быстрее", "побыстрее", "вежлив", "внимательн", "дружелюбн",
    "доброжелательн", "заботлив", "качественн", "комфортн", "надлежащ", "оперативн",
    "приветлив", "профессиональн", "регулярн", "своевременн", "тщательн", "удобн", "уважительн",
)  # fmt: skip
"""The beginnings of words that have many endings."""
PHRASES = (
    "в кратчайшие сроки", "в кратчайший срок", "в разумные сроки", "в разумный срок", "вскоре",
    "как можно быстрее", "как можно раньше", "как можно скорее", "не затягивая", "по возможности",
    "по мере необходимости", "по мере возможности", "при возможности", "при необходимости", "скоро",
)  # fmt: skip
"""Russian words and phrases that have one form."""

_COUNTED = (
    r"(?i:\d|%|\b(?:"
    r"zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|"
    r"forty|fifty|sixty|ninety|hundred|half|once|twice|second|seconds|third|fourth|fifth|minutes?|"
    r"hours?|days?|daily|weeks?|weekly|months?|monthly|today|tomorrow|tonight|noon|midnight|"
    r"ноль|ноля|од(?:ин|на|но|ного|ной|ному|ним|ну|нажды)|дв(?:а|е|ух|ум|умя|ажды|ое)|тр(?:и|[её]х|"
    r"[её]м|емя|ижды|ое)|четыр\w*|пят(?:ь|и|ью|ого|ой|ый|ая|надцат\w*|ьдесят\w*)|шест(?:ь|и|ью|ого|"
    r"ой|ая|надцат\w*|ьдесят\w*)|сем(?:ь|и|ью)|восемь|восьми|девят(?:ь|и|ью)|десят\w*|двадцат\w*|"
    r"тридцат\w*|сорок\w*|девяност\w*|сто|ста|перв\w+|втор(?:ой|ого|ому|ым|ая|ое)|трет(?:ий|ь\w+)|"
    r"пол(?:часа|минуты|дня)|полутора|секунд\w*|минут\w*|час(?:а|ы|у|ов|ом|ам|ами|ах)?|ежедневн\w*|"
    r"ежечасн\w*|еженедельн\w*|ежемесячн\w*|д(?:ень|ня|ню|ней|н[её]м|ни)|сут(?:ки|ок)|недел\w*|"
    r"месяц\w*|сегодня|завтра|полдень|полудня|полуноч\w*"
    r")\b)"
)
"""A figure, a time or a count, in digits or in words; few runs need it, so it waits for one."""
_ENDING = r"(?:[аеиоуыэюяйь]{1,2}|о[гм][оу]|[иы]м)$"
_CYRILLIC = r"[а-яё]"


def find(subject: Subject) -> Iterator[Diagnostic]:
    """Standards that promise nothing anybody could count or time."""
    standards = [(p.id, p.standard) for p in subject.analysis.journey.touchpoints if p.standard]
    if not standards:
        return
    more = subject.texts("words")
    for id, texts in standards:
        for nth, text in enumerate(texts):
            met = vague_word(text, more)
            if met and not re.search(_COUNTED, text):
                yield Diagnostic(
                    code="CJM409",
                    message=say(
                        "{id}: nobody can check the standard: {word!r} without a figure, a time or "
                        "a count",
                        id=id,
                        word=met,
                    ),
                    place=Place(("touchpoints", id, "standard", nth)),
                    touchpoint=id,
                    item=f"standard/{nth}",
                    help=say("say how many, how long or how often: within 3 minutes"),
                )


def vague_word(text: str, more: tuple[str, ...] = ()) -> str | None:
    """The first vague word of a text: one of both languages', or of more of one's own."""
    folded = text.casefold()
    # The pattern takes longer to compile than a file to check, and few standards need it.
    if not more and not any(word in folded for word in (*ENGLISH, *PHRASES, *RUSSIAN)):
        return None
    met = _pattern(more).search(text)
    return met[0] if met else None


@cache
def _pattern(more: tuple[str, ...]) -> re.Pattern[str]:
    own = [_own(word.strip().casefold()) for word in more if word.strip()]
    stems = [re.escape(stem) + "[а-яё]*" for stem in RUSSIAN]
    whole = [re.escape(word) for word in (*ENGLISH, *PHRASES)]
    return re.compile(rf"\b(?:{'|'.join((*own, *whole, *stems))})(?![\w-])", re.IGNORECASE)


def _own(word: str) -> str:
    """A word of one's own: whole, a Russian one with any ending."""
    if " " in word or not re.search(_CYRILLIC, word):
        return re.escape(word)
    return re.escape(re.sub(_ENDING, "", word.rstrip("*")) if len(word) > 4 else word) + "[а-яё]*"


RULE = Rule(
    "CJM409",
    "vague-standard",
    Severity.INFO,
    PAGE,
    find,
    options=(Option("words", say("more vague words, of either language"), texts=True),),
)
