"""In Russian: what differs between two states."""

from __future__ import annotations

DIFF: dict[str, str] = {
    "--renamed takes OLD=NEW, the id before and the id after": (
        "--renamed берёт OLD=NEW: id, который был, и id, который стал"
    ),
    "after": "в том, что стало",
    "before": "в том, что было",
    "compare two files, or two folders": "сравнивайте два файла или две папки",
    "compare two files, or two folders: cjm diff A B": (
        "сравните два файла или две папки: cjm diff A B"
    ),
    "name a commit, branch or tag before the colon, as in main:journeys": (
        "назовите коммит, ветку или метку перед двоеточием: main:journeys"
    ),
    "name it from the root of the repository, as in main:journeys/taxi.yaml": (
        "назовите путь от корня репозитория: main:journeys/taxi.yaml"
    ),
    "no journey has the persona {id!r} on both sides": (
        "ни у одного пути нет персоны {id!r} на обеих сторонах"
    ),
    "one side is a folder and the other a file": "одна сторона — папка, другая — файл",
    "there is no journey on either side": "ни на одной из сторон нет карты пути",
    "there is no touchpoint {id!r} {when}": "{when} нет точки контакта {id!r}",
    "there is nothing to compare the journey with": "этот путь не с чем сравнивать",
    "two touchpoints cannot be renamed to the same id": (
        "две точки контакта нельзя переименовать в один id"
    ),
    "{folder} is in no git repository, so there is no revision {revision!r}": (
        "{folder} не в репозитории git, поэтому ревизии {revision!r} нет"
    ),
    "{path} cannot be read in {revision!r}: too large, or a link to no file in it": (
        "{path} в {revision!r} не прочесть: файл слишком велик или ссылка не ведёт к файлу в ней"
    ),
    "{path} is not in {revision!r}": "{path} нет в {revision!r}",
}
