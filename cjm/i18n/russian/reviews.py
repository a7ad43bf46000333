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
    "no topics are named for {source}": "для {source} не названы темы",
    "name a file with --topics, or with topics: in data.yaml": (
        "назовите файл через --topics или topics: в data.yaml"
    ),
    "{reviews} {n:review|reviews} · {toned} with a tone · mean {tone}": (
        "{reviews} {n:отзыв|отзыва|отзывов} · с тональностью {toned} · в среднем {tone}"
    ),
    "Reviews by topic": "Отзывы по темам",
    "reviews from {first} to {last}": "отзывы с {first} по {last}",
    "in no topic: {count} ({share})": "вне тем: {count} ({share})",
    "written by {count} {n:person|people}": "{n:автор|автора|авторов}: {count}",
    "{count} {n:text|texts} that others have, too": (
        "{count} {n:текст повторяется|текста повторяются|текстов повторяются}"
    ),
    "Tone, from −1 to 1, is that of the review by its rating, not of the topic.": (
        "Тональность от −1 до 1 — всего отзыва, по его оценке, а не темы."
    ),
    "Tone, from −1 to 1, is that of the review by its words, not of the topic.": (
        "Тональность от −1 до 1 — всего отзыва, по его словам, а не темы."
    ),
    "reviews": "отзывы",
    "negative": "негатив",
    "tone": "тон",
    "pain": "боль",
    "Topics": "Темы",
    "pain: the negative tone in a topic / all reviews with a tone": (
        "боль: негативный тон в теме / все отзывы с тоном"
    ),
    "others about it": "остальные в теме",
    "Forms": "Формы",
    "what each word matched, and how often": "что совпало со словом и сколько раз",
    "never": "ни разу",
    "Quotes": "Цитаты",
    "the worst reviews of each topic": "худшие отзывы каждой темы",
    "By touchpoint": "По точкам контакта",
    "{title}: in {share} of reviews, {negative} of them negative, pain {pain}": (
        "{title}: {share} отзывов, из них негатив {negative}, боль {pain}"
    ),
    "no topic belongs to a touchpoint": "ни одна тема не относится к точке контакта",
    "name one in the topics, such as: delivery: {words: …, touchpoint: deliver}": (
        "назовите её в темах, например: delivery: {words: …, touchpoint: deliver}"
    ),
    "the topic {topic} belongs to {touchpoint!r}, which {journey} does not have": (
        "тема {topic} относится к {touchpoint!r}, а в пути {journey} такой точки нет"
    ),
    "topics are in {path}": "темы записаны в {path}",
    "Where it hurts": "Где болит",
    "Topics of {count} {n:review|reviews}: how often, and how badly": (
        "Темы {count} {n:отзыва|отзывов|отзывов}: как часто и насколько плохо"
    ),
    "share of reviews about it": "доля отзывов о теме",
    "negative reviews among them, with 95 % intervals": "доля негатива в теме, интервалы 95 %",
    "no topic is both more frequent and more negative": "нет темы и чаще, и негативнее",
    "other topics": "остальные темы",
    "size: pain": "размер — боль",
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
