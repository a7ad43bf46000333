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


_FILLERS = "\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0"
"""Letters and marks, to Unicode, that are drawn as nothing."""
_VARIANTS = re.compile("[\u180b-\u180d\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef]")
"""Marks that choose how the sign before them is drawn: an emoji in a text may have one."""


def is_unseen(sign: str) -> bool:
    """Whether nobody sees it, or takes it for a common space."""
    if sign in " \t\n\r":
        return False
    return sign in _FILLERS or unicodedata.category(sign) in ("Cc", "Cf", "Zs", "Zl", "Zp")


def unseen_in(text: str, strictly: bool = False) -> str:
    """The first sign of a text that nobody sees; none where each is seen.

    `strictly` counts marks that choose how a sign is drawn.
    """
    if text.isascii():
        return ""
    found = _VARIANTS.search(text) if strictly else None
    return next(filter(is_unseen, text), found[0] if found else "")


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


_DRAWN_ALIKE = str.maketrans("0Il|", "O1" + "11")
"""Signs of one script that most typefaces draw alike."""


def looks(text: str) -> str:
    """What a text looks like at a glance: digits count as the letters that they look like."""
    plain = text if text.isascii() else _VARIANTS.sub("", skeleton(text))
    return plain.translate(_DRAWN_ALIKE)


_LETTERS = re.compile(r"[^\W\d_]+")


def in_one_script(text: str) -> str | None:
    """A text with those letters of another script that have a twin typed as their neighbours.

    None where no run of letters mixes Latin with Cyrillic or Greek ones, or none of them has a
    twin. The script of most letters of a run stays.
    """
    if text.isascii():
        return None
    single = _LETTERS.sub(lambda run: _single(run[0]), text)
    return None if single == text else single


def _single(run: str) -> str:
    scripts = [script_of(sign) for sign in run]
    latin, others = scripts.count("Latin"), {"Cyrillic", "Greek"} & set(scripts)
    if not latin or not others:
        return run
    ways = [run.translate(TO_LATIN), run.translate(TO_CYRILLIC)]
    if 2 * latin <= len(run) and "Cyrillic" in others:
        ways.reverse()
    return next((way for way in ways if way != run), run)


def differing_letter(text: str, known: str) -> Message | None:
    """Which letters of a text are another script's than in the known one that looks the same."""
    if len(text) != len(known):
        return None
    pairs = enumerate(zip(text, known, strict=True), 1)
    differing = [(place, sign, other) for place, (sign, other) in pairs if sign != other]
    if not differing:
        return None
    place, sign, other = differing[0]
    if script_of(sign) == script_of(other) or not (sign + other).isalpha():
        return None
    scripts = {(script_of(s), script_of(o)) for _, s, o in differing}
    if len(differing) > 1 and len(scripts) == 1:
        return say(
            "letters {places} of it, {signs}, are {script} ({codes}); type them as {other} ones",
            places=", ".join(str(place) for place, _, _ in differing),
            signs=" ".join(sign for _, sign, _ in differing),
            script=script_of(sign),
            codes=" ".join(f"U+{ord(sign):04X}" for _, sign, _ in differing),
            other=script_of(other),
        )
    return say(
        "letter {place} of it, {sign}, is {script} (U+{code}); type it as a {other} one",
        place=place,
        sign=sign,
        script=script_of(sign),
        code=f"{ord(sign):04X}",
        other=script_of(other),
    )


def script_of(sign: str) -> str:
    """The name of a letter's script, as Unicode has it."""
    return unicodedata.name(sign, "Latin").split()[0].capitalize()
