"""Words of a plan's page, in each language."""

from __future__ import annotations

from cjm.records import dataclass


@dataclass(frozen=True, slots=True)
class PlanWords:
    """The texts of one language; `{}` takes a figure or a name."""

    plan: str
    within: str
    without_budget: str
    nothing: str
    too_dear: str
    no_improvements: str
    cost: str
    optimal: str
    not_proved: str
    simulated: str
    next_best: str
    no_next: str
    frontier: str
    frontier_note: str
    what_if: str
    what_if_note: str
    no_gaps: str
    judged: str
    judged_note: str
    left_out: str
    feelings: str
    touchpoint: str
    improvements: str


ENGLISH = PlanWords(
    plan="Plan",
    within="Within a budget of {}",
    without_budget="Everything worth doing",
    nothing="do nothing: no improvement makes it better",
    too_dear="nothing that makes it better can be had for that",
    no_improvements="there are no open improvements in this journey: add some under improvements",
    cost="cost {}",
    optimal="optimal: it is proved that no set within reach is better",
    not_proved="not proved to be optimal: no set can be better than {}",
    simulated="computed from simulated customers: not proved to be optimal",
    next_best="The next better point costs {} and gives {}",
    no_next="No set is better, whatever it costs",
    frontier="Efficient frontier",
    frontier_note="each the best for its cost",
    what_if="If one gap were closed",
    what_if_note="to C = 0, by whatever means",
    no_gaps="no touchpoint disappoints",
    judged="What improvements are judged by",
    judged_note="before → after",
    left_out="no lifts: the plan leaves it out",
    feelings="Improvements change what customers feel, not where they go.",
    touchpoint="touchpoint",
    improvements="improvements",
)

RUSSIAN = PlanWords(
    plan="План",
    within="В пределах бюджета {}",
    without_budget="Всё, что стоит сделать",
    nothing="ничего: ни одно улучшение не поможет",
    too_dear="на это не купить ничего, что поможет",
    no_improvements="в этой карте нет открытых улучшений: добавьте их в improvements",
    cost="цена {}",
    optimal="оптимально: доказано, что лучшего доступного набора нет",
    not_proved="оптимальность не доказана: ни один набор не даст лучше, чем {}",
    simulated="посчитано на модельных клиентах: оптимальность не доказана",
    next_best="Следующая точка лучше стоит {} и даёт {}",
    no_next="Лучшего набора нет, сколько бы он ни стоил",
    frontier="Граница эффективности",
    frontier_note="каждый набор — лучший за свою цену",
    what_if="Если закрыть один разрыв",
    what_if_note="до С = 0, любым способом",
    no_gaps="разочарований нет",
    judged="По чему судят об улучшениях",
    judged_note="было → стало",
    left_out="без lifts: в план не входит",
    feelings="Улучшения меняют то, что клиенты чувствуют, а не то, куда они идут.",
    touchpoint="точка контакта",
    improvements="улучшения",
)


def plan_words_of(language: str) -> PlanWords:
    """The words of a language: ru, or en for any other."""
    return RUSSIAN if language == "ru" else ENGLISH
