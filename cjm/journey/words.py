"""The words that fields of a journey may hold."""

from typing import Literal, get_args

Level = Literal["disappointment", "satisfaction", "delight"]
Outcome = Literal["success", "failure", "neutral"]
State = Literal["as-is", "to-be"]
Language = Literal["en", "ru"]
Phase = Literal["plan", "do", "check", "act"]
Period = Literal["day", "week", "month", "quarter", "year"]
ChannelKind = Literal["online", "offline"]
Operator = Literal[">=", "<=", ">", "<"]

STATES: tuple[str, ...] = get_args(State)
LANGUAGES: tuple[str, ...] = get_args(Language)
OUTCOMES: tuple[str, ...] = get_args(Outcome)
PHASES: tuple[str, ...] = get_args(Phase)
PERIODS: tuple[str, ...] = get_args(Period)
WHERE: tuple[str, ...] = get_args(ChannelKind)
OPERATORS: tuple[str, ...] = get_args(Operator)
