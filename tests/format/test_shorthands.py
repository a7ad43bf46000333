"""Every shorthand has one meaning: that of its long form."""

from datetime import date

import pytest

from cjm.journey import (
    Channel,
    Comparison,
    Customers,
    Improvement,
    Journey,
    Judgement,
    Lane,
    LaneTexts,
    Lift,
    Link,
    Metric,
    Paired,
    Persona,
    PersonaScores,
    ScenarioStep,
    Score,
    Stage,
    Start,
    Touchpoint,
    Transition,
    Waiver,
    probabilities,
)
from cjm.project.loading import Loaded, read_journey
from cjm.source import parse


def loaded(text: str, file: str = "x.yaml") -> Loaded:
    """What comes of a text without a workspace."""
    return read_journey(parse(text), file)


def good(text: str, file: str = "x.yaml") -> Journey:
    """The journey in a text that has no faults."""
    result = loaded(text, file)
    assert result.findings == ()
    assert result.journey is not None
    return result.journey


def codes(text: str) -> list[tuple[str, int, int]]:
    """Code, line and column of each finding."""
    return sorted((f.code, f.span.line, f.span.column) for f in loaded(text).findings)


REST = "touchpoints: {a: {}, b: {}, c: {}}"


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("customers: 120", "customers: {value: 120}"),
        ("metrics: {m: {target: '>=5'}}", "metrics: {m: {target: '>= 5'}}"),
        ("metrics: {m: {title: m, value: 5}}", "metrics: {m: 5}"),
        ("lanes: {x-s: Systems}", "lanes: {x-s: {title: Systems}}"),
        ("improvements: {i: {judged_by: {m: }}}", "improvements: {i: {judged_by: {m: {}}}}"),
        ("stages: {s: {x-s: one}}", "stages: {s: {x-s: [one]}}"),
        ("stages: {s: {x-s: {no: text}}}", "stages: [s]"),
        ("stages: [s, t]", "stages: {s: , t: }"),
        ("stages: {s: Title}", "stages: {s: {title: Title}}"),
        ("stages: {s: ~, t: {}}", "stages: {s: {title: s}, t: {title: t}}"),
        ("channels: [s, t]", "channels: {s: ~, t: {}}"),
        ("channels: {s: Title}", "channels: {s: {title: Title}}"),
        ("personas: [s, t]", "personas: {s: {}, t: ~}"),
        ("personas: {s: Name}", "personas: {s: {name: Name}}"),
        ("start: b", "start: {b: 1}"),
        ("start: [b]", "start: {b: 1.0}"),
        ("x-a: 1", "x-b: 2"),
        ("start: a", ""),
        ("state: as-is", ""),
        ("language: en", ""),
        ("scale: [0, 10]", ""),
        ("tolerance: 0", ""),
        ("id: x", ""),
        ("title: x", ""),
        ("waivers: []", ""),
        ("metrics: {m: 4}", "metrics: {m: {value: 4}}"),
        ("improvements: {i: ~}", "improvements: {i: {title: i, cost: 1, phase: plan}}"),
        ("waivers: [{rule: r, reason: w}]", "waivers: [{rule: [r], reason: w}]"),
    ],
)
def test_a_shorthand_of_a_journey_means_its_long_form(short, long):
    """The journeys of both forms are equal; a default is what leaving it out means."""
    assert good(f"cjm: 1\n{short}\n{REST}") == good(f"cjm: 1\n{long}\n{REST}")


@pytest.mark.parametrize("ids", [["a", "c"], ["a", "b", "c"]])
def test_starts_without_shares_share_equally_and_are_assumed(ids):
    """The same shares written out are somebody's word."""
    share = 1 / len(ids)
    listed = good(f"cjm: 1\nstart: [{', '.join(ids)}]\n{REST}").start
    written = good(
        f"cjm: 1\nstart: {{{', '.join(f'{id}: {share!r}' for id in ids)}}}\n{REST}"
    ).start
    assert [(s.touchpoint, s.share, s.assumed) for s in listed] == [(id, share, True) for id in ids]
    assert [(s.touchpoint, s.share, s.assumed) for s in written] == [
        (id, share, False) for id in ids
    ]


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("expectation: 8", "expectation: {score: 8}"),
        ("experience: 8.4", "experience: {score: 8.4}"),
        ("by_persona: {p: {experience: 1}}", "by_persona: {p: {experience: {score: 1}}}"),
        ("next: b", "next: [b]"),
        ("next: b", "next: {b: ~}"),
        ("next: b", "next: {b: {}}"),
        ("next: [b, c]", "next: {b: , c: ~}"),
        ("next: {b: 0.5}", "next: {b: {probability: 0.5}}"),
        ("next: ~", ""),
        ("next: ", ""),
        ("pains: one", "pains: [one]"),
        ("emotions: [404]", "emotions: ['404']"),
        ("quotes: []", ""),
        ("metrics: {m: -1.5}", "metrics: {m: {value: -1.5}}"),
        ("metrics: {m: {value: 1, target: '>=50'}}", "metrics: {m: {value: 1, target: '>= 50'}}"),
        ("next: {b: {wait: 15min}}", "next: {b: {wait: 15 min}}"),
        ("channel: app", "channel: [app]"),
        ("duration: 2w", "duration: 2 w"),
        ("actions: x", "actions: [x]"),
        ("x-mine: x", "x-mine: [x]"),
        ("x-mine: 7", "x-mine: ['7']"),
        ("x-mine: []", ""),
        ("x-mine: {of: any}", "x-mine: [[kind]]"),
        ("importance: 1", ""),
        ("moment_of_truth: false", ""),
        ("title: a", ""),
        ("owner: 0123", "owner: '0123'"),
        ("stage: 1", "stage: '1'"),
        ("experience: {score: 1, because: x}", "experience: {score: 1, because: [x]}"),
    ],
)
def test_a_shorthand_of_a_touchpoint_means_its_long_form(short, long):
    """The journeys of both forms are equal."""
    text = "cjm: 1\ntouchpoints:\n  a: {{{}}}\n  b: {{}}\n  c:\n"
    assert good(text.format(short)) == good(text.format(long))


def test_every_field_of_the_format_reaches_the_journey():
    """The long example of the format is the journey that its words say."""
    from pathlib import Path

    file = Path(__file__).parents[1] / "journeys" / "silent" / "everything.yaml"
    journey = good(file.read_text(encoding="utf-8"), "everything.yaml")
    assert journey == Journey(
        id="business-taxi",
        title="Поездка на такси бизнес-класса",
        description="Вызов, поездка и оплата.",
        owner="Служба качества",
        status="на согласовании",
        updated=date(2026, 11, 20),
        state="as-is",
        language="ru",
        scale=(0, 10),
        tolerance=0,
        customers=Customers(12000, "month", 15000, "₽"),
        personas=(
            Persona(
                "anna",
                "Анна",
                0.6,
                goals=("доехать вовремя",),
                pains=("чужие разговоры",),
                values=("тишина",),
                objections=("дорого",),
                sources=("совет коллеги",),
            ),
            Persona("boris", "Борис", 0.4),
        ),
        channels=(
            Channel("app", "Приложение", "online"),
            Channel("car", "Автомобиль", "offline"),
        ),
        stages=(
            Stage("order", "Заказ"),
            Stage(
                "trip",
                "Поездка",
                "Доехать в тишине",
                "От двери до двери",
                emotions=("спокойствие",),
                pains=("пробки",),
                opportunities=("предупреждать о пробке до посадки",),
                owner="fleet",
                metrics=(Metric("on_time", None, Comparison(">=", 95), "%", title="Вовремя"),),
                lanes=(LaneTexts("x-systems", ("Диспетчер 3",)),),
            ),
            Stage("after", "После поездки"),
        ),
        lanes=(Lane("x-systems", "Системы"), Lane("x-risks", "Риски")),
        start=(Start("book", 0.75), Start("ride", 0.25)),
        touchpoints=(
            Touchpoint(
                "book",
                "Заказ в приложении",
                stage="order",
                channel="app",
                expectation=Score(8),
                experience=Score(8.4, 412, 1.3, "CSAT 2026-Q3", date(2026, 9, 30)),
                owner="product",
                next=(
                    Transition("ride", 0.9),
                    Transition("cancel", 0.06, "долго искали машину", "15 min"),
                ),
            ),
            Touchpoint(
                "ride",
                "Поездка",
                "От подачи до высадки",
                stage="trip",
                channel=("car", "app"),
                duration="40 min",
                moment_of_truth=True,
                expectation=Score(9, because=("чистый салон", "молчаливый водитель")),
                experience=Score(5),
                by_persona=(
                    PersonaScores(
                        "anna",
                        Score(9),
                        Score(4, 30, 2),
                        paired=Paired(30, 1.5),
                        actions=("пишет отчёт",),
                        thoughts=("успею ли",),
                        emotions=("тревога",),
                        strengths=("есть розетка",),
                        pains=("укачивает",),
                        opportunities=("столик",),
                        quotes=("Мне бы тишины",),
                        metrics=(Metric("csat", 60, Comparison(">=", 90)),),
                        lanes=(LaneTexts("x-systems", ("ноутбук",)),),
                    ),
                ),
                paired=Paired(120, 1.75, 0.52),
                importance=2,
                actions=("садится", "едет", "расплачивается"),
                thoughts=("Успею ли?",),
                emotions=("раздражение",),
                strengths=("машина подана вовремя",),
                pains=("водитель говорит по телефону", "запах в салоне"),
                opportunities=("спросить о музыке",),
                owner="fleet",
                standard=("салон убран перед сменой", "приветствие по имени"),
                scenario=(
                    ScenarioStep("Встреча", "Добрый день!", None, "уверенность"),
                    ScenarioStep("Дорога", do="молчать"),
                ),
                backstage=("диспетчерская", "мойка"),
                root_cause=("курьер занят", "нет учёта загрузки", "старая система"),
                quotes=("Хотел тишины",),
                metrics=(
                    Metric("csat", 71, Comparison(">=", 90), title="Довольны"),
                    Metric("response_time", 7, Comparison("<=", 5), "min", 40, date(2026, 10, 1)),
                ),
                links=(Link("ticket", "https://example.org/T-1"),),
                lanes=(LaneTexts("x-systems", ("навигатор", "касса")),),
                next=(Transition("pay", 1),),
            ),
            Touchpoint(
                "pay",
                "Оплата",
                stage="after",
                channel="app",
                expectation=7,
                experience=8,
                outcome="success",
            ),
            Touchpoint(
                "cancel",
                "Отмена",
                stage="order",
                channel="app",
                expectation=7,
                experience=6,
                outcome="failure",
            ),
        ),
        improvements=(
            Improvement(
                "quiet-ride",
                "Стандарт тихой поездки",
                (Lift("ride", 3),),
                120,
                "plan",
                "fleet",
                date(2027, 1, 31),
                judged_by=(
                    Judgement(
                        "calls",
                        "Жалоб на разговоры",
                        "%",
                        30,
                        Comparison("<=", 10),
                        15,
                        date(2026, 11, 1),
                    ),
                ),
            ),
        ),
        metrics=(Metric("nps", 42, Comparison(">=", 50)), Metric("crr", 0.71)),
        waivers=(Waiver(("negative-gap",), "отмену чиним в Q1", "cancel", date(2027, 3, 31)),),
    )


def test_text_is_taken_as_written():
    """Where text or an id is expected, a plain scalar is the text that stands there."""
    journey = good(
        "cjm: 1\ntitle: 404\ndescription: 1.50\nid: 0123\n"
        "touchpoints:\n  0123: {title: yes, next: 0x1F}\n  0x1F: {owner: true, pains: [off, 1e3]}\n"
    )
    assert (journey.title, journey.description, journey.id) == ("404", "1.50", "0123")
    assert [p.id for p in journey.touchpoints] == ["0123", "0x1F"]
    assert journey["0123"].title == "yes"
    assert journey["0x1F"].owner == "true"
    assert journey["0x1F"].pains == ("off", "1e3")


@pytest.mark.parametrize(
    "id",
    [
        "оплата",
        "漢字",
        "رسالة",
        "हिन्दी",
        "ที่อยู่",
        "x-ray",
        "a.b-c_d",
        "7",
        "_a",
        "ß",
        "true",
        "no",
    ],
)
def test_ids_may_be_of_any_script(id):
    """An id is letters, digits, `.`, `-` and `_` in any script, the first no `.` or `-`."""
    journey = good(f"cjm: 1\nid: {id}\ntouchpoints:\n  a: {{next: {id}}}\n  {id}: {{}}\n")
    assert journey.id == id
    assert [t.to for t in journey["a"].next] == [id]


@pytest.mark.parametrize("id", ["-a", ".a", "a b", "a/b", "a:b", "ä+", "'a'b", "@", "🚕", "\u0301"])
def test_other_texts_are_no_ids(id):
    """Spaces, signs and emoji do not make an id; the fault stands at the text."""
    written = '"' + id + '"'
    assert codes(f"cjm: 1\nid: {written}\n{REST}") == [("CJM002", 2, 5)]
    assert codes(f"cjm: 1\ntouchpoints:\n  {written}: {{}}\n") == [("CJM002", 3, 3)]


DECOMPOSED, COMPOSED = "и\u0306о", "йо"


@pytest.mark.parametrize(
    "text",
    [
        "touchpoints: {%s: {next: a}, a: {next: %s}}",
        "start: {%s: 1}\ntouchpoints: {%s: {}}",
        "stages: [%s]\ntouchpoints: {a: {stage: %s}}",
        "stages: {%s: A}\ntouchpoints: {a: {stage: %s}}",
        "channels: [%s]\ntouchpoints: {a: {channel: %s}}",
        "channels: [%s, c]\ntouchpoints: {a: {channel: [c, %s]}}",
        "lanes: {x-%s: T}\ntouchpoints: {a: {x-%s: t}}",
        "personas: [%s]\ntouchpoints: {a: {by_persona: {%s: {experience: 1}}}}",
        "improvements: {i: {lifts: {%s: 1}}}\ntouchpoints: {%s: {}}",
        "waivers: [{rule: x, reason: y, touchpoint: %s}]\ntouchpoints: {%s: {}}",
        "id: %s\ntouchpoints: {%s: {}}",
    ],
)
def test_ids_are_compared_in_nfc(text):
    """The same letters are the same id, composed or not, and become the composed one."""
    text = "cjm: 1\n" + text
    composed = good(text % (COMPOSED, COMPOSED))
    assert good(text % (DECOMPOSED, COMPOSED)) == composed
    assert good(text % (COMPOSED, DECOMPOSED)) == composed


@pytest.mark.parametrize(
    ("file", "id"),
    [
        ("journeys/business-taxi.yaml", "business-taxi"),
        ("bakery.to-be.yml", "bakery.to-be"),
        ("Моя карта (1).yaml", "Моя-карта--1-"),
        ("и\u0306о.yaml", "йо"),
        ("हिन्दी.yaml", "हिन्दी"),
        ("a+b.yaml", "a-b"),
        ("-draft.yaml", "draft"),
        ("<stdin>", "stdin"),
        ("---.yaml", "journey"),
        ("🚕.yaml", "journey"),
    ],
)
def test_an_id_comes_from_the_stem(file, id):
    """Without `id` the file's stem is the id, `-` for what an id cannot hold."""
    journey = good(f"cjm: 1\n{REST}", file)
    assert journey.id == id
    assert journey.title == id


@pytest.mark.parametrize(
    ("next", "expected"),
    [
        ("b", (1,)),
        ("[b, c]", (0.5, 0.5)),
        ("{b: 0.9}", (0.9,)),
        ("{b: 0.6, c: ~}", (0.6, 0.4)),
        ("{b: 0.5, c: ~, a: ~}", (0.5, 0.25, 0.25)),
        ("{b: {label: why}, c: 0.25}", (0.75, 0.25)),
        ("{b: 0, c: ~}", (0, 1)),
        ("{b: 0, c: 0}", (0, 0)),
        ("{b: 1, c: 0}", (1, 0)),
        ("{b: 0.333333, c: 0.333333, a: 0.333333}", (1 / 3, 1 / 3, 1 / 3)),
        ("{b: 0.999998, c: ~}", (0.999998, 0.000002)),
    ],
)
def test_probabilities_are_filled_in(next, expected):
    """Those not given share equally what is left."""
    journey = good(f"cjm: 1\ntouchpoints: {{a: {{next: {next}}}, b: {{}}, c: {{}}}}")
    got = probabilities(journey["a"].next)
    assert got == pytest.approx(expected, abs=1e-6)


@pytest.mark.parametrize("given", [(0.5000005, 0.4999999), (0.3333333,) * 3, (0.9999991,)])
def test_a_sum_within_a_millionth_of_1_is_divided_out(given):
    """Rounding is no drop-off: the probabilities then sum to 1."""
    got = probabilities(tuple(Transition(str(i), p) for i, p in enumerate(given)))
    assert sum(got) == pytest.approx(1, abs=1e-15)
    assert got == pytest.approx(tuple(p / sum(given) for p in given), abs=1e-15)


@pytest.mark.parametrize("given", [(0.999998,), (0.5, 0.49)])
def test_a_smaller_sum_stays_as_it_is(given):
    """What is missing from 1 by more than a millionth is the drop-off."""
    assert probabilities(tuple(Transition(str(i), p) for i, p in enumerate(given))) == given


@pytest.mark.parametrize(
    ("next", "accepted"),
    [
        ("{b: 0.5, c: 0.5000009}", True),
        ("{b: 0.5, c: 0.5000011}", False),
        ("{b: 0.9999985, c: ~}", True),
        ("{b: 0.9999991, c: ~}", False),
        ("{b: 1, c: ~}", False),
        ("{b: 1}", True),
    ],
)
def test_sums_are_judged_to_a_millionth(next, accepted):
    """A sum above 1, or one that leaves nothing to fill in, is told at the `next` key."""
    found = codes(f"cjm: 1\ntouchpoints: {{a: {{next: {next}}}, b: {{}}, c: {{}}}}")
    assert found == ([] if accepted else [("CJM002", 2, 19)])


@pytest.mark.parametrize(
    "field",
    ["expectation: 10.0000001", "experience: {score: -0.1}", "by_persona: {p: {experience: 11}}"],
)
def test_a_score_outside_the_scale_is_a_fault_at_the_score(field):
    """The default scale is 0 to 10, for personas too."""
    text = f"cjm: 1\ntouchpoints:\n  a: {{{field}}}\n"
    (finding,) = loaded(text).findings
    assert finding.code == "CJM002"
    assert "outside the scale 0 to 10" in finding.message
    line = text.splitlines()[2]
    under = line[finding.span.column - 1 : finding.span.end_column - 1]
    assert under in ("10.0000001", "-0.1", "11")
    assert under.replace("-", "−") in finding.message


def test_the_ends_of_the_scale_are_on_it():
    """Both ends of a scale are scores."""
    good("cjm: 1\nscale: [-1, 1.5]\ntouchpoints: {a: {expectation: -1, experience: 1.5}}")


@pytest.mark.parametrize(
    "scale", ["[10, 0]", "[1, 1]", "[1]", "[1, 2, 3]", "[a, b]", "8", "[0, .inf]"]
)
def test_a_bad_scale_is_one_fault(scale):
    """A scale that is none is told once; no score is held to it."""
    found = codes(f"cjm: 1\nscale: {scale}\ntouchpoints: {{a: {{expectation: 8}}}}")
    assert [code for code, *_ in found] == ["CJM002"] * (2 if scale == "[a, b]" else 1)
    assert {line for _, line, _ in found} == {2}


def test_faults_of_all_kinds_are_told_at_once():
    """Duplicate key, unknown key, bad value and unknown reference of one file, in one go."""
    assert codes(
        "cjm: 1\ntitel: x\ntouchpoints:\n  a: {expectation: 11, next: x}\n  b: {}\n  b: {}\n"
    ) == [("CJM001", 6, 3), ("CJM002", 2, 1), ("CJM002", 4, 20), ("CJM003", 4, 30)]


def test_extensions_are_allowed_at_any_level_and_ids_may_look_like_them():
    """`x-` keys are the author's in records; in mappings of ids they are ids."""
    journey = good(
        "cjm: 1\nx-a: [1]\ntouchpoints:\n"
        "  x-ray: {x-b: {c: d}, experience: {score: 1, x-c: 1}, next: {x-y: {x-d: 1}}}\n"
        "  x-y: {scenario: [{step: s, x-e: 1}], metrics: {x-m: 1}}\n"
        "stages: {x-s: {x-f: 1}}\n"
    )
    assert [p.id for p in journey.touchpoints] == ["x-ray", "x-y"]
    assert [t.to for t in journey["x-ray"].next] == ["x-y"]
    assert [m.id for m in journey["x-y"].metrics] == ["x-m"]
    assert [s.id for s in journey.stages] == ["x-s"]


def test_where_nothing_is_declared_any_id_is_accepted():
    """Undeclared stages, channels and personas come in order of appearance."""
    journey = good(
        "cjm: 1\ntouchpoints:\n"
        "  a: {stage: s2, channel: c2, by_persona: {p2: {experience: 1}}}\n"
        "  b: {stage: s1, channel: c2}\n"
        "  c: {stage: s2, channel: c1, by_persona: {p1: {}, p2: {}}}\n"
    )
    assert [s.id for s in journey.stages] == ["s2", "s1"]
    assert [c.id for c in journey.channels] == ["c2", "c1"]
    assert [p.id for p in journey.personas] == ["p2", "p1"]


def test_a_long_file_of_windows_lines_is_the_same_journey():
    """CRLF and a byte order mark change nothing."""
    text = "cjm: 1\ntitle: Такси\ntouchpoints:\n  a: {next: b}\n  b:\n    title: >-\n      x\n"
    assert good("\ufeff" + text.replace("\n", "\r\n")) == good(text)
