"""In Russian: a journey as slides."""

PRESENTATION = {
    "Slide {n} of {count}": "Слайд {n} из {count}",
    "Steps of the plan": "Шаги плана",
    "Each step is the best balance for its cost.": "Каждый шаг — лучший баланс за свою цену.",
    "Cost": "Цена",
    "What is done": "Что делаем",
    "nothing: as it is today": "ничего: как сегодня",
    "next slide": "следующий слайд",
    "previous slide": "предыдущий слайд",
    "first and last slide": "первый и последний слайд",
    "the slide of this number": "слайд с этим номером",
    "full screen": "во весь экран",
    "black screen, and back": "чёрный экран и обратно",
    "to the page of the journey": "к странице карты",
}
