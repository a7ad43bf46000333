"""Words of the overview's page, in each language."""

from __future__ import annotations

from collections.abc import Mapping

from cjm.i18n.glossary import wording
from cjm.records import dataclass
from cjm.terminal.words import Forms


@dataclass(frozen=True, slots=True)
class OverviewWords:
    """The texts of one language.

    `brief` are headings for narrow pages: signs, which the legend explains.
    """

    overview: str
    journeys: Forms
    unread: Forms
    skipped: Forms
    baselined: Forms
    journey: str
    columns: Mapping[str, str]
    brief: Mapping[str, str]
    total: str
    not_read: str
    unread_group: str
    meanings: Mapping[str, str]
    worst: str
    severities: tuple[str, str, str]


ENGLISH = OverviewWords(
    overview="Journeys",
    journeys=("journey", "journeys"),
    unread=("not read", "not read"),
    skipped=("other YAML file skipped", "other YAML files skipped"),
    baselined=("finding in the baseline", "findings in the baseline"),
    journey="journey",
    columns={
        "balance": wording("balance", "en").short,
        "disappointed": wording("disappointed", "en").short,
        "success": wording("success", "en").short,
        "findings": "findings",
        "gap": "C",
        "worst": "worst touchpoint",
        "file": "file",
    },
    brief={"disappointed": "▼%", "success": "✓%", "negative": "▼★"},
    total="together",
    not_read="cjm check tells why",
    unread_group="not read",
    meanings={
        "disappointed": wording("disappointed", "en").long,
        "success": wording("success", "en").long,
        "negative": "negative moments of truth",
    },
    worst="C = B − O",
    severities=("errors", "warnings", "notes"),
)

RUSSIAN = OverviewWords(
    overview="Пути",
    journeys=("путь", "пути", "путей"),
    unread=("не прочитан", "не прочитаны", "не прочитано"),
    skipped=(
        "другой файл YAML пропущен",
        "других файла YAML пропущены",
        "других файлов YAML пропущено",
    ),
    baselined=(
        "замечание в точке отсчёта",
        "замечания в точке отсчёта",
        "замечаний в точке отсчёта",
    ),
    journey="путь",
    columns={
        "balance": wording("balance", "ru").short,
        "disappointed": wording("disappointed", "ru").short,
        "success": wording("success", "ru").short,
        "findings": "замечания",
        "gap": "С",
        "worst": "худшая точка",
        "file": "файл",
    },
    brief={"disappointed": "▼%", "success": "✓%", "negative": "▼★"},
    total="вместе",
    not_read="почему, скажет cjm check",
    unread_group="не прочитаны",
    meanings={
        "disappointed": wording("disappointed", "ru").long,
        "success": wording("success", "ru").long,
        "negative": "негативные моменты истины",
    },
    worst="С = В − О",
    severities=("ошибки", "предупреждения", "заметки"),
)


def overview_words_of(language: str) -> OverviewWords:
    """The words of a language."""
    return RUSSIAN if language == "ru" else ENGLISH
