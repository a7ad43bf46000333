"""Remedies: what people type where the format takes something else, and what they meant by it."""

import re

from cjm.format.foreign import MINUTES_OR_MONTHS, MONTHS, NO, NOTHING, UNITS, YES
from cjm.format.remedy import Remedy
from cjm.i18n import Message, say
from cjm.journey import is_id
from cjm.source.lookalikes import named, unseen_in, without_unseen

_NUMBER = re.compile(r"[-+]?\d+(?:\.\d+)?")
_MINUS = re.compile("^[\u2212\u2012\u2013\u2014\ufe63\uff0d]")
_GROUPS = re.compile(r"[-+]?\d{1,3}(?: \d{3})+(?:[.,]\d+)?")
_COMMA = re.compile(r"[-+]?\d+,\d+")
_BESIDE = re.compile(r"[~≈=><]?\s*([-+]?\d+(?:\.\d+)?)\s*(?:(?:/|из|of|out of)\s*\d+|\D{1,12})?")


def number_meant(text: str, part: bool = False) -> Remedy | None:
    """The number that a text means; `part` where a share of 1 is wanted."""
    seen = without_unseen(text).strip()
    reason = None
    if other := next((s for s in seen if s.isdecimal() and not s.isascii()), ""):
        reason = say("{sign} is no digit of the keyboard", sign=f"U+{ord(other):04X}")
        seen = "".join(str(int(s)) if s.isdecimal() else s for s in seen)
    if sign := unseen_in(text):
        reason = say("delete {sign}", sign=named(sign))
    if _MINUS.match(seen):
        reason = reason or say("{sign} is no minus of the keyboard", sign=f"U+{ord(seen[0]):04X}")
        seen = "-" + seen[1:].lstrip()
    percent = seen.endswith("%")
    plain = seen.rstrip("% ")
    grouped = _GROUPS.fullmatch(plain) is not None
    if grouped:
        plain, reason = plain.replace(" ", ""), reason or say("a number has no spaces inside")
    if _COMMA.fullmatch(plain):
        plain = plain.replace(",", ".")
        reason = reason or (None if percent else say("the decimal point is a point"))
    if not _NUMBER.fullmatch(plain):
        return _beside(plain)
    if percent:
        return _per_cent(plain) if part else None
    return _written(plain, reason, not grouped) if reason else None


def is_nothing(text: str) -> bool:
    """Whether a text says that there is no figure, as a dash of a table does."""
    seen = without_unseen(text).strip().casefold()
    return not seen or seen in NOTHING


def _written(text: str, reason: Message, safe: bool) -> Remedy:
    return Remedy(say("write {text}: {reason}", text=text, reason=reason), text, safe)


def _beside(text: str) -> Remedy | None:
    """A number with something beside it: a unit, a currency, the top of the scale."""
    bare = re.sub(r"(?<=\d) (?=\d{3}\b)", "", text.replace(",", "."))
    found = _BESIDE.fullmatch(bare)
    if not found:
        return None
    return Remedy(say("write the number alone: {text}", text=found[1]), found[1])


def _per_cent(text: str) -> Remedy:
    share = part_of_one(float(text))
    return Remedy(say("write it as a part of 1: {text}", text=share), share, safe=True)


def part_of_one(percent: float) -> str:
    """A percentage as a part of 1, without the crumbs of binary fractions."""
    return f"{percent / 100:.12g}"


def bool_meant(text: str) -> Remedy | None:
    """true or false, for the words of other languages."""
    word = without_unseen(text).strip().lower()
    meant = "true" if word in YES else "false" if word in NO else None
    if meant is None:
        return None
    if word in ("yes", "no", "on", "off"):
        return Remedy(say("write {word}: yes and no are text in YAML 1.2", word=meant), meant, True)
    return Remedy(say("write {key}", key=meant), meant, safe=word.isalpha())


_DAYS = (
    (re.compile(r"(?P<d>\d{1,2})[.](?P<m>\d{1,2})[.](?P<y>\d{4})(?: *г\.?)?"), True),
    (re.compile(r"(?P<y>\d{4})[-./](?P<m>\d{1,2})[-./](?P<d>\d{1,2})(?:[T ][\d:.+Z-]*)?"), True),
    (re.compile(r"(?P<d>\d{1,2})\.? +(?P<m>[^\W\d]+)\.?,? +(?P<y>\d{4})(?: *г(?:ода|\.)?)?"), True),
    (re.compile(r"(?P<m>[^\W\d]+)\.? +(?P<d>\d{1,2}),? +(?P<y>\d{4})"), True),
    (re.compile(r"(?P<d>\d{1,2})[/-](?P<m>\d{1,2})[/-](?P<y>\d{4})"), False),
)
"""How days are written, and whether it is known which number is the month."""


def day_meant(text: str) -> Remedy | None:
    """The day that a text means; where that is not clear, both that it may mean."""
    text = without_unseen(text).strip()
    for pattern, is_clear in _DAYS:
        if found := pattern.fullmatch(text):
            year, month, day = found["y"], found["m"], found["d"]
            month = month if month.isdigit() else MONTHS.get(month.lower()[:3], "")
            first, second = _day(year, month, day), _day(year, day, month)
            if is_clear or not first or not second or first.text == second.text:
                return first if is_clear else first or second
            help = say("write {first} or {second}", first=first.text, second=second.text)
            return Remedy(help, either=(first.text or "", second.text or ""))
    return None


def _day(year: str, month: str, day: str) -> Remedy | None:
    from datetime import date

    try:
        iso = date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None
    return Remedy(say("write {key}", key=iso), iso, safe=True)


_SPAN_OF_TIME = re.compile(r"(\d+(?:[.,]\d+)?)\s*([^\W\d]+)\.?")
_RANGE = re.compile(r"(\d+(?:[.,]\d+)?)\s*[-–—]\s*(\d+(?:[.,]\d+)?)\s*([^\W\d]+)\.?")


def duration_meant(text: str) -> Remedy | None:
    """The duration that a text means: units in words, several together, a range."""
    text = without_unseen(text).strip()
    if re.fullmatch(r"\d+(?:[.,]\d+)?", text):
        n = text.replace(",", ".")
        return Remedy(say("add its unit: {n} min, {n} h, {n} d …", n=n), None)
    if (found := _RANGE.fullmatch(text)) and (unit := UNITS.get(found[3].lower())):
        low, high = (f"{found[n].replace(',', '.')} {unit}" for n in (1, 2))
        help = say("a range is none: write {first} or {second}", first=low, second=high)
        return Remedy(help, either=(low, high))
    parts = _SPAN_OF_TIME.findall(text)
    rest = re.sub(r"\b(?:and|и)\b", "", _SPAN_OF_TIME.sub("", text))
    units = [UNITS.get(unit.lower()) for _, unit in parts]
    if not parts or rest.strip(" ,") or None in units:
        return None
    written = _together(
        [
            (float(n.replace(",", ".")), unit or "")
            for n, unit in zip((n for n, _ in parts), units, strict=True)
        ]
    )
    clear = not any(unit.lower() in MINUTES_OR_MONTHS for _, unit in parts)
    return Remedy(say("write {key}", key=written), written, clear)


def _together(parts: list[tuple[float, str]]) -> str:
    """Several amounts in the smallest of their units."""
    from cjm.journey.durations import SECONDS

    unit = min((unit for _, unit in parts), key=lambda unit: SECONDS[unit])
    total = sum(amount * SECONDS[name] for amount, name in parts) / SECONDS[unit]
    return f"{total:.12g} {unit}"


_COMPARISONS = {
    "+": ">=", "≥": ">=", "⩾": ">=",
    "=>": ">=", "≤": "<=", "⩽": "<=", "=<": "<=", ">=": ">=", "<=": "<=",
    ">": ">", "<": "<", "не менее": ">=", "не меньше": ">=", "от": ">=", "at least": ">=",
    "не более": "<=", "не больше": "<=", "до": "<=", "at most": "<=", "более": ">", "больше": ">",
    "менее": "<", "меньше": "<", "more than": ">", "less than": "<",
}  # fmt: skip
_TARGET = re.compile(r"(\D*?)\s*([-+\u2212]?\d+(?:[.,]\d+)?)\s*(\D{0,12})")


def target_meant(text: str) -> Remedy | None:
    """The comparison that a text means; a unit in it belongs under `unit`."""
    found = _TARGET.fullmatch(without_unseen(text).strip())
    if not found:
        return None
    sign = _COMPARISONS.get(found[1].strip().lower() or found[3].strip())
    number = found[2].replace(",", ".").replace("\u2212", "-")
    unit = "" if found[3].strip() in ("+", "-") and not found[1].strip() else found[3].strip()
    if not found[1].strip() and not unit and sign is None:
        help = say('say which way: ">= {n}" or "<= {n}"', n=number)
        return Remedy(help, None)
    if sign is None:
        return None
    written = f'"{sign} {number}"'
    if unit:
        help = say("write {text}, and {unit} under unit", text=written, unit=unit)
        return Remedy(help, None)
    return Remedy(say("write {key}", key=written), written)


_QUOTES = "“”„‟«»‘’\"'"
_ARROWS = ("->", "→", "⇒", "=>")
_BETWEEN = re.compile(r"[,;]|->|→|⇒|=>")
_SHARE = re.compile(r"([^\W\d][\w.-]*?)\s*(?:[-–—:=(\[]\s*|\s)(\d+(?:\.\d+)?)\s*%\s*[)\]]?")
_ENTRY = re.compile(r"([^\W\d][\w.-]*):\s*([\d.,]+ ?%?|[^\W\d][\w.-]*)")


def _alone(seen: str, id: str) -> Remedy | None:
    """An id with quotes or arrows around it."""
    if seen.startswith(tuple(_QUOTES)) and seen.endswith(tuple(_QUOTES)):
        return Remedy(say("{key} without quotes", key=id), id)
    if _BETWEEN.search(seen):
        return Remedy(say("write the id alone: {id}", id=id), id)
    return None


def id_meant(text: str, refers: str | None = None) -> Remedy | None:
    """The id that a text with spaces or unseen signs means; `refers` is what it should name."""
    seen = without_unseen(text).strip()
    if (sign := unseen_in(text)) and is_id(seen):
        return Remedy(say("delete {sign}", sign=named(sign)), seen)
    if found := _ENTRY.fullmatch(seen):
        written = f"{found[1]}: {found[2]}"
        return Remedy(say("put a space after the colon: {text}", text=written), written, True)
    parts = [part.strip() for part in _BETWEEN.split(seen) if part.strip()]
    if refers == "touchpoint" and (help := _shares(parts)):
        return Remedy(help, None)
    if len(parts) > 1:
        return _several(seen, parts)
    id = parts[0].strip(_QUOTES) if parts else ""
    return _alone(seen, id) if is_id(id) else _without_spaces(id)


def _shares(parts: list[str]) -> Message | None:
    """Touchpoints with the shares who go on to them, as people write them: pay (80%), pay - 80%."""
    found = [_SHARE.fullmatch(part) for part in parts]
    entries = [f"{each[1]}: {part_of_one(float(each[2]))}" for each in found if each]
    if not parts or len(entries) < len(parts):
        return None
    return say("a share is a part of 1 behind a colon: {text}", text=f"{{{', '.join(entries)}}}")


def _several(seen: str, parts: list[str]) -> Remedy:
    if any(arrow in seen for arrow in _ARROWS):
        help = say("one id here; where customers go on from there stands under its own next")
        return Remedy(help, None)
    return Remedy(say("write a list: [{ids}]", ids=", ".join(parts)), None)


def _without_spaces(seen: str) -> Remedy | None:
    id = re.sub(r"\s+", "-", re.sub(r"[^\w\s.-]", "", seen).strip())
    if " " not in seen or not is_id(id):
        return None
    return Remedy(say("an id has no spaces: {id}; what people read is its title", id=id), id, False)
