"""Letters that look alike in other scripts, and signs that nobody sees, told by their names."""

import re
import unicodedata

from cjm.i18n import Message, say

CYRILLIC = "АВЕЅІЈКМНОРСТУХҮЗЬаеѕіјорсухүһԁԛԝ"
LATIN = "ABESIJKMHOPCTYXY3baesijopcyxyhdqw"
"""Each Cyrillic letter and the Latin one that it looks like."""
GREEK = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧονυ"
LATIN_OF_GREEK = "ABEZHIKMNOPTYXovu"

TO_LATIN = str.maketrans(CYRILLIC + GREEK, LATIN + LATIN_OF_GREEK)
_MIXED = "АВЕЅІЈКМНОРСТУХаеѕіјорсух"
TO_CYRILLIC = str.maketrans(
    _MIXED.translate(str.maketrans(CYRILLIC, LATIN)) + "kmtnu", _MIXED + "кмтпи"
)

_NAMES = {
    "\u00a0": say("a no-break space"),
    "\u202f": say("a narrow no-break space"),
    "\u00ad": say("a soft hyphen"),
    "\u200b": say("a space of no width"),
    "\u200d": say("a joiner of no width"),
    "\ufeff": say("a byte order mark"),
}


def is_unseen(sign: str) -> bool:
    """Whether nobody sees it, or takes it for a common space."""
    return sign not in " \t\n\r" and unicodedata.category(sign) in ("Cc", "Cf", "Zs", "Zl", "Zp")


def unseen_in(text: str) -> str:
    """The first sign of a text that nobody sees; none where each is seen."""
    return next(filter(is_unseen, text), "") if not text.isascii() else ""


def named(sign: str) -> Message:
    """What a sign that nobody sees is called, and its code point."""
    known = _NAMES.get(sign, say("an invisible sign"))
    return say("{name} (U+{code})", name=known, code=f"{ord(sign):04X}")


def without_unseen(text: str) -> str:
    """The text as it looks: what passes for a space is one, the rest is gone."""
    spaced = re.sub(r"[\u00a0\u2000-\u200a\u202f\u205f\u3000]", " ", text)
    return "".join(sign for sign in spaced if not is_unseen(sign))


def skeleton(text: str) -> str:
    """What a text looks like: two that look alike have the same."""
    return without_unseen(unicodedata.normalize("NFC", text)).translate(TO_LATIN)


def differing_letter(text: str, known: str) -> Message | None:
    """Which letter of a text is another than in the known one that looks the same."""
    if len(text) != len(known):
        return None
    for place, (sign, other) in enumerate(zip(text, known, strict=True), 1):
        if sign != other:
            return say(
                "letter {place} of it, {sign}, is {script} (U+{code}); type it as a {other} one",
                place=place,
                sign=sign,
                script=_script(sign),
                code=f"{ord(sign):04X}",
                other=_script(other),
            )
    return None


def _script(sign: str) -> str:
    return unicodedata.name(sign, "Latin").split()[0].capitalize()
