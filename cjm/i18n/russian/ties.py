"""Russian: what is shared by several."""

TIES = {
    "two": "двух",
    "three": "трёх",
    "several": "нескольких",
    "{name}, 1 of {n}": "{name}, 1 из {n}",
    "{share} of customers go exactly this way": "ровно так идут {share} клиентов",
    "one of {n} ways that are as likely, {share} of customers each": (
        "один из {n} одинаково вероятных путей, на каждом {share} клиентов"
    ),
    "one of {n} ways that are as bad": "один из {n} одинаково плохих путей",
    "everyone ends here": "здесь заканчивают все",
    "one of {n} strongest impressions": "одно из {n} самых сильных впечатлений",
    "one of {n} that decide success most": "одна из {n}, что больше всего решают успех",
    "one of {n} where most end": "одна из {n}, где заканчивает больше всего клиентов",
}
"""English template → Russian; counts stand in the genitive."""
