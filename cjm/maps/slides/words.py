"""What slides say of their own, in both languages."""

from cjm.tuples import NamedTuple


class SlideWords(NamedTuple):
    """`slide` leads to another slide; `part` counts the slides of one kind."""

    map: str
    moments: str
    no_moments: str
    touchpoint: str
    why: str
    hurts: str
    planned: str
    owner: str
    slide: str
    part: str
    start: str
    ending: str
    silently: str
    path: str
    others: str
    outcomes: dict[str, str]


WORDS = {
    "en": SlideWords(
        map="Map",
        moments="Moments of truth",
        no_moments="This journey has no moments of truth.",
        touchpoint="Touchpoint",
        why="Why it is one",
        hurts="What hurts",
        planned="What is planned",
        owner="Owner",
        slide="→ slide {n}: {share}",
        part="{title}, {n} of {count}",
        start="start {share}",
        ending="{outcome} {share}",
        silently="leave {share}",
        path="Likely path",
        others="Other touchpoints",
        outcomes={"success": "success", "failure": "failure", "neutral": "end"},
    ),
    "ru": SlideWords(
        map="Карта",
        moments="Моменты истины",
        no_moments="Моментов истины в этом пути нет.",
        touchpoint="Точка контакта",
        why="Почему",
        hurts="Что болит",
        planned="Что задумано",
        owner="Отвечает",
        slide="→ слайд {n}: {share}",
        part="{title}, {n} из {count}",
        start="старт {share}",
        ending="{outcome} {share}",
        silently="уходят {share}",
        path="Вероятный путь",
        others="Другие точки контакта",
        outcomes={"success": "успех", "failure": "неудача", "neutral": "конец"},
    ),
}
