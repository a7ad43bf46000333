"""In Russian: what is said when journeys are converted from other forms, and into them."""

EXCHANGE = {
    "there is no form {name!r}": "нет формата {name!r}",
    "what form has {path}?": "какой формат у {path}?",
    "name it with {option}; known endings: {known}": (
        "назовите его: {option}; известные окончания: {known}"
    ),
    "{form} is not for standard output": "{form} не пишется в стандартный вывод",
    "name a file": "назовите файл",
    "name another file": "назовите другой файл",
    "one side of a conversion is a journey in YAML, not {source} and {target}": (
        "одна из сторон — путь в YAML, а не {source} и {target}"
    ),
    "cjm fmt lays a journey out anew": "разложить путь заново может cjm fmt",
    "convert to yaml first, and from there": "преобразуйте сначала в yaml, а оттуда дальше",
    "{form} is only written, not read": "{form} только пишется, но не читается",
    "{form} is only read, not written": "{form} только читается, но не пишется",
    "{what}: {why}": "{what}: {why}",
    "{n} {n:part was|parts were} left out": (
        "{n:пропущена|пропущены|пропущено} {n} {n:часть|части|частей}"
    ),
    "nothing was written: --strict": "ничего не записано: --strict",
    "what was measured stays in {file}": "измеренное остаётся в {file}",
    "it belongs to cjm.yaml, which is not written": (
        "это место в cjm.yaml, а он не записывается"
    ),
    "{field}": "{field}",
    "{field} of {id}": "{field} у {id}",
    "the comment «{text}»": "комментарий «{text}»",
    "only YAML has comments": "комментарии есть только в YAML",
    "read it so: --encoding {name}": "прочитать так: --encoding {name}",
    "not {name}: byte 0x{byte} cannot stand here": (
        "не {name}: байт 0x{byte} не может стоять здесь"
    ),
    "expected {form}": "ожидалось: {form}",
    "a journey as JSON": "путь в JSON",
    "not JSON: {reason}": "не JSON: {reason}",
    "{word} is no number": "{word} — не число",
    "a Mermaid diagram: journey, flowchart or graph": (
        "диаграмма Mermaid: journey, flowchart или graph"
    ),
    "{word!r} begins no diagram that is read": (
        "{word!r} не начинает ни одной диаграммы, которая читается"
    ),
    "{field} of the front matter": "{field} из заголовка YAML",
    "it is about how it looks": "это о внешнем виде",
    "comments are not taken over": "комментарии не переносятся",
    "«{text}»": "«{text}»",
    "there is no Mermaid block": "здесь нет блока Mermaid",
    "expected ```mermaid": "ожидался ```mermaid",
    "there is no task": "здесь нет ни одной задачи",
    "expected name: score: actors": "ожидалось имя: оценка: участники",
    "name: score: actors": "имя: оценка: участники",
    "this is no task": "это не задача",
    "this brace is not closed": "эта скобка не закрыта",
    "{word} of what?": "{word} — чего?",
    "a text": "текст",
    "write {sign} as {entity}": "напишите {sign} как {entity}",
    "{sign} ends the text": "{sign} заканчивает текст",
    "its tasks go to the stage of the same name above": (
        "её задачи относятся к этапу с тем же названием выше"
    ),
    "the second section «{text}»": "вторая секция «{text}»",
    "a task ends with its actors": "задача заканчивается её участниками",
    "the score {score!r} of «{text}»": "оценка {score!r} у «{text}»",
    "scores are numbers from {low} to {high}": "оценки — числа от {low} до {high}",
    "who does «{text}»: {names}": "кто делает «{text}»: {names}",
    "who does what is not a score by persona": "кто что делает — это не оценка по персонам",
    "there is no node": "здесь нет ни одного узла",
    "expected a --> b": "ожидалось a --> b",
    "this subgraph has no end": "у этого subgraph нет end",
    "{sign!r} cannot stand here": "{sign!r} не может стоять здесь",
    "something is missing here": "здесь чего-то не хватает",
    "a line such as -->, or the end of the line": "стрелка вроде --> или конец строки",
    "end ends no subgraph: as the name of a node it is a word of Mermaid's": (
        "end не закрывает ни одного subgraph, а назвать так узел Mermaid не даёт"
    ),
    "another name, such as End": "другое имя, например End",
    "{word} is a word of Mermaid's, no name": "{word} — слово самого Mermaid, а не имя",
    "another name": "другое имя",
    "{sign} before a line is its end": "{sign} перед стрелкой — это её конец",
    "a blank before the line": "пробел перед стрелкой",
    "the name of a node": "имя узла",
    "its end, such as -->": "её конец, например -->",
    "more than {most} tasks": "больше {most} задач",
    "more than {most} transitions": "больше {most} переходов",
    "fewer of them: one journey a diagram": "меньше: один путь в диаграмме",
    "this line does not end": "эта стрелка не закончена",
    "{sign} is not closed": "{sign} не закрыта",
    "the label is empty": "подпись пуста",
    "{sign!r} cannot stand here: put the label in quotes": (
        "{sign!r} не может стоять здесь: возьмите подпись в кавычки"
    ),
    "this is no data of a node": "это не данные узла",
    "stages do not stand inside each other": "этапы не стоят один внутри другого",
    "the subgraph «{text}»": "группа (subgraph) «{text}»",
    "{source} → {target}": "{source} → {target}",
    "a stage is no touchpoint: transitions lead from one to another": (
        "этап — не точка контакта: переходы ведут от одной к другой"
    ),
    "there is this transition already": "такой переход уже есть",
    "below the figures of a label only figures are read": (
        "под числами подписи читаются только числа"
    ),
    "{n} {n:statement|statements} about how it looks": (
        "{n} {n:строка|строки|строк} о внешнем виде"
    ),
    "{n} {n:shape|shapes} of nodes": "{n} {n:форма|формы|форм} узлов",
    "{n} {n:kind|kinds} of lines": "{n} {n:вид|вида|видов} стрелок",
    "{n} {n:class|classes} of nodes": "{n} {n:класс|класса|классов} узлов",
    "a map draws them its own way": "карта рисует их по-своему",
    "the end of the title of {id}": "конец названия {id}",
    "a label is shorter": "подпись короче",
    "a flowchart has no place for it": "в flowchart этому нет места",
    "a user journey has no place for it": "в journey этому нет места",
    "experience is brought to whole numbers from 1 to 5": (
        "восприятие приведено к целым числам от 1 до 5"
    ),
    "brackets stand too deep inside each other": "скобки вложены слишком глубоко",
    "a number is too long": "слишком длинное число",
    "this is no journey: expected an object": "это не путь: ожидался объект",
}  # fmt: skip
"""Of `cjm convert`."""

CONVERT = """Преобразовать путь из другого формата или в другой: Mermaid, JSON, CSV, TSV, XLSX.

Одна из сторон — путь в YAML. - — стандартный ввод или вывод. Результат читается до записи; о том,
чему в нём нет места, говорит стандартный поток ошибок, по строке на часть. Код выхода: 0; 1, если
в IN есть ошибки; 2, если OUT уже есть или параметры не сочетаются."""

CONVERT_OPTIONS = {
    "Example: cjm convert flowchart.mmd journeys/taxi.yaml": (
        "Пример: cjm convert flowchart.mmd journeys/taxi.yaml"
    ),
    "What form IN has. Default: by its ending.": "Формат IN. По умолчанию — по окончанию.",
    "What form OUT gets. Default: by its ending.": "Формат OUT. По умолчанию — по окончанию.",
    "The journey's id. Default: its own, else OUT's name.": (
        "Код пути. По умолчанию — его собственный, иначе имя OUT."
    ),
    "The journey's title, in place of its own.": "Название пути вместо его собственного.",
    "The journey's language, in place of its own.": "Язык пути вместо его собственного.",
    "The encoding of IN. Default: UTF-8; of tables, a guess.": (
        "Кодировка IN. По умолчанию UTF-8, у таблиц — догадка."
    ),
    "What parts the cells of a CSV.": "Чем разделены ячейки в CSV.",
    "Which sheet of an XLSX file. Default: the first.": (
        "Какой лист файла XLSX. По умолчанию — первый."
    ),
    "Replace OUT where it is there, and write a journey that has faults.": (
        "Заменить OUT, если он уже есть, и записать путь с ошибками."
    ),
    "Write nothing, and exit with 1, where a part is left out.": (
        "Ничего не записать и выйти с кодом 1, если часть пропущена."
    ),
}
