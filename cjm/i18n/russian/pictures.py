"""In Russian: why a picture could not be laid out or drawn."""

PICTURES = {
    "a presentation has the graph and the map both": "в презентации есть и граф, и карта",
    "a presentation shows one state of a journey": "презентация показывает одно состояние пути",
    "a presentation shows the scores of one persona": "презентация показывает оценки одной персоны",
    "leave it out, or choose the format pdf": "уберите это или выберите формат pdf",
    "The likely path: {walk}.": "Вероятный путь: {walk}.",
    "The worst path: {walk}.": "Худший путь: {walk}.",
    "There is no path to draw a line along.": "Пути, по которому вести линию, нет.",
    "no font here has {signs}; in its place stands a box": (
        "ни в одном здешнем шрифте нет {signs}; на этом месте рамка"
    ),
    "no font here has {signs} and {n} more; they are boxes": (
        "ни в одном здешнем шрифте нет {signs} и ещё {n}; вместо них рамки"
    ),
    "{one}; {other}": "{one}; {other}",
    "there is no layout engine {engine!r}": "движка раскладки {engine!r} нет",
    "known: {known}": "есть: {known}",
    "there is no `dot` on PATH": "в PATH нет `dot`",
    "install Graphviz, or use the engine that comes with cjm: --engine embedded": (
        "установите Graphviz или возьмите встроенный движок: --engine embedded"
    ),
    "the layout engine {engine!r} did not finish in {seconds} s": (
        "движок раскладки {engine!r} не уложился в {seconds} с"
    ),
    "the journey has too many transitions to be drawn as one map: split it": (
        "в пути слишком много переходов для одной карты: разделите его"
    ),
    "too many transitions to draw as a graph: {n}": (
        "слишком много переходов, чтобы нарисовать граф: {n}"
    ),
    "draw it as a map: --view map; or leave out rare transitions": (
        "нарисуйте карту: --view map; или уберите редкие переходы"
    ),
    "{n} {n:transition is|transitions are} left out, the rarest: "
    "Mermaid draws at most {edges} of them, and {characters} characters": (
        "не {n:вошёл|вошли|вошли} {n} {n:переход|перехода|переходов}, самые редкие: Mermaid рисует "
        "не больше {edges} переходов и {characters} знаков"
    ),
    "Mermaid draws at most {most} characters, and this has {n}: raise its maxTextSize": (
        "Mermaid рисует не больше {most} знаков, а здесь их {n}: увеличьте его maxTextSize"
    ),
    "{n} transitions are too many to look for the best picture: "
    "cards are placed by some of them, some lines take simpler ways, "
    "and some labels may be missing": (
        "переходов слишком много ({n}), чтобы искать лучшую картину: карточки расставлены "
        "по части из них, часть линий проведена проще, и части подписей может не быть"
    ),
    "the layout engine {engine!r} could not be started: {reason}": (
        "движок раскладки {engine!r} не запускается: {reason}"
    ),
    "the layout engine {engine!r} failed ({code}): {words}": (
        "движок раскладки {engine!r} завершился с ошибкой ({code}): {words}"
    ),
    "no message": "без сообщения",
    "try a Graphviz of your own: --engine dot": "попробуйте свой Graphviz: --engine dot",
    "use the engine that comes with cjm: --engine embedded": (
        "возьмите встроенный движок: --engine embedded"
    ),
    "the embedded layout engine is not installed": "встроенный движок раскладки не установлен",
    "pip install graphviz-pure, or use a Graphviz of your own: --engine dot": (
        "pip install graphviz-pure или свой Graphviz: --engine dot"
    ),
    "the layout engine's answer cannot be read": "ответ движка раскладки не читается",
    "it must be json0, as dot -Tjson0 writes it": "нужен json0, какой пишет dot -Tjson0",
    "{count} maps do not fit into one file": "в один файл {count} карт не поместить",
    "name a folder": "укажите папку",
    "no map can be drawn as {path}": "карту нельзя нарисовать как {path}",
    "{format} has neither heading nor legend to leave out": (
        "у {format} нет ни заголовка, ни легенды, которые можно убрать"
    ),
    "choose the format svg, html, png or pdf": "выберите формат svg, html, png или pdf",
    "endings: {known}": "окончания: {known}",
    "{path} is a file, and no map by its ending": "{path} — файл, и по окончанию это не карта",
    "{path} is no folder": "{path} — не папка",
    "standard output is -o -": "стандартный вывод — это -o -",
    "two journeys would be drawn to {path}": "в {path} попали бы карты двух путей",
    "draw them apart: -o": "нарисуйте их отдельно: -o",
    "{path} ends like {said}, but --format says {format}": (
        "{path} оканчивается как {said}, а --format говорит {format}"
    ),
    "leave --format out, or name it {other}": "уберите --format или назовите файл {other}",
    "{path} is a workspace: name a journey, or a folder": (
        "{path} — рабочее пространство: укажите файл пути или папку"
    ),
    "cjm itself failed ({what})": "сбой в самом cjm ({what})",
    "please report it with what --traceback shows": (
        "пожалуйста, сообщите о нём с тем, что покажет --traceback"
    ),
}
