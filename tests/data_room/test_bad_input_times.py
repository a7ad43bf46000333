"""Times: what is one, in which zone, and what is said of those that are none."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone

import duckdb
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from cjm.data.conversion.formats import DAYS, HOURS
from cjm.data.conversion.times import iso_local, iso_zoned
from cjm.data.definition import Asked, Events, Rows, Sales, Survey
from cjm.errors import CjmError
from cjm.i18n import translate
from tests.helpers.sources import typed_rows, write

NOON = 1_782_907_200_000_000
"""2026-07-01T12:00:00Z in microseconds."""


def log(times, folder, **form):
    """A log whose events have these times."""
    lines = "".join(f'c{n},w,"{time}"\n' for n, time in enumerate(times))
    write(folder, a_csv="case,word,time\n" + lines)
    return Events("log", Rows("a.csv", **form), "case", "word", "time")


def refused(folder, source, **options):
    """What is said of a source that is not read: the message and its help."""
    with pytest.raises(CjmError) as caught:
        typed_rows(folder, source, **options)
    assert translate(caught.value.message, "ru") != str(caught.value.message)
    return str(caught.value.message), str(caught.value.help)


ISO = {
    "2026-07-01": NOON - 43_200_000_000,
    "20260701": NOON - 43_200_000_000,
    "2026-07-01T12:00": NOON,
    "2026-07-01 12:00:00": NOON,
    "2026-07-01t12:00:00.5": NOON + 500_000,
    "2026-07-01T12:00:00,25": NOON + 250_000,
    "2026-07-01T12:00:00.123456789": NOON + 123_456,
    " 2026-07-01 12:00 ": NOON,
    "20260701T12": NOON,
    "20260701T1200": NOON,
    "20260701T120000": NOON,
    "20260701T120000.5": NOON + 500_000,
    "2026-07-01T12:00Z": NOON,
    "2026-07-01T12:00:00z": NOON,
    "2026-07-01T12:00:00 Z": NOON,
    "2026-07-01T15:00:00+03:00": NOON,
    "2026-07-01 15:00:00 +03:00": NOON,
    "2026-07-01 15:00+0300": NOON,
    "2026-07-01T15:00:00.000+03": NOON,
    "2026-07-01T07:00:00-05:00": NOON,
    "2026-07-01T07:00:00−05:00": NOON,
    "2026-07-01T17:30:00+05:30": NOON,
    "20260701T150000+0300": NOON,
    "20260701T1500+03": NOON,
    "20260701T12Z": NOON,
}
NOT_ISO = (
    "2026-02-30", "2026-13-01", "2026-07", "01.07.2026", "2026-07-01T25:00", "soon", "20261301",
    "2026-07-01T12:00:00 Europe/Moscow", "2026-07-01T12:61", "now", "infinity", "epoch",
    "2026-07-01T12:00+", "2026-7-1", "2026/07/01", "1782907200", "2026-07-01T1200", "12:00",
    "0000-01-01", "0000-01-01T00:00", "0099-12-31",
)  # fmt: skip


@pytest.mark.parametrize("text", ISO)
def test_every_usual_form_of_iso_8601_is_a_time(tmp_path, text):
    """With an offset it is that moment; without one it is of the timezone."""
    found = typed_rows(tmp_path, log([text], tmp_path))
    assert found.column("at") == [ISO[text]]


@pytest.mark.parametrize("text", NOT_ISO)
def test_what_is_no_time_is_left_out(tmp_path, text):
    """By its value, where the others are times."""
    found = typed_rows(tmp_path, log(["2026-07-01", text, "2026-07-02"], tmp_path))
    assert len(found.rows) == 2
    assert found.typed.left_out["not a time"].values == {text: 1}


@pytest.mark.parametrize("zone", ["UTC", "Europe/Moscow", "America/New_York"])
@pytest.mark.parametrize("text", ["0000-01-01T00:00Z", "9999-12-31T23:59:59-12:00"])
def test_a_moment_that_is_no_day_in_its_timezone_is_left_out(tmp_path, text, zone):
    """Years go from 1 to 9999 in Python; who has no end is often written as the last day of it."""
    times = ["2026-07-01T10:00Z", text, "9999-12-30T00:00Z"]
    found = typed_rows(tmp_path, log(times, tmp_path), timezone=zone)
    assert found.typed.left_out["not a time"].values == {text: 1}
    assert found.typed.days == (date(2026, 7, 1), found.typed.days[1])
    assert found.typed.days[1].year == 9999


@pytest.mark.parametrize(
    "time",
    ["TIMESTAMP 'infinity'", "TIMESTAMPTZ '-infinity'", "DATE 'infinity'",
     "TIMESTAMP '290000-01-01'", "TIMESTAMPTZ '290000-01-01 00:00:00+00'", "DATE '5877642-01-01'"],
)  # fmt: skip
def test_a_time_of_columns_that_is_no_day_is_left_out(tmp_path, time):
    """Engines have times without end, and years of six digits."""
    kind = time.split()[0]
    rows = f"SELECT '1' AS \"case\", 'x' AS word, {kind} '2026-07-02' AS time"
    duckdb.sql(f"COPY ({rows} UNION ALL SELECT '2', 'y', {time}) TO '{tmp_path}/a.parquet'")
    for zone in ("UTC", "Europe/Moscow"):
        source = Events("log", Rows("a.parquet"), "case", "word", "time")
        found = typed_rows(tmp_path, source, timezone=zone)
        assert found.typed.left_out["not a time"].rows == 1
        assert found.column("case") == ["1"]


@given(
    st.datetimes(datetime(1000, 1, 1), datetime(9998, 1, 1)),
    st.none() | st.integers(-14 * 4, 14 * 4).map(lambda n: timezone(timedelta(minutes=15 * n))),
    st.sampled_from("T "),
    st.sampled_from(["auto", "minutes", "milliseconds"]),
)
def test_what_python_writes_is_read(moment, zone, between, precision):
    """As Python reads it itself."""
    text = moment.replace(tzinfo=zone).isoformat(between, precision)
    read = datetime.fromisoformat(text)
    since = (read if zone else read.replace(tzinfo=UTC)) - datetime(1970, 1, 1, tzinfo=UTC)
    sql = (
        f"SELECT EPOCH_US({iso_local('t')}), EPOCH_US({iso_zoned('t')}) FROM (SELECT '{text}' AS t)"
    )
    expected = since // timedelta(microseconds=1)
    with duckdb.connect() as connection:
        connection.execute("SET TimeZone = 'UTC'")
        [found] = connection.execute(sql).fetchall()
    assert found == ((None, expected) if zone else (expected, None))


def test_a_day_is_a_day_in_the_timezone(tmp_path):
    """Half past one in Moscow is the evening before in UTC."""
    times = ["2026-07-01T22:30:00Z", "2026-07-01T20:00:00Z"]
    found = typed_rows(tmp_path, log(times, tmp_path), timezone="Europe/Moscow")
    assert [str(day) for day in found.column("day")] == ["2026-07-02", "2026-07-01"]
    assert [str(day) for day in found.typed.days] == ["2026-07-01", "2026-07-02"]
    found = typed_rows(tmp_path, log(["2026-07-01 15:00"], tmp_path), timezone="Europe/Moscow")
    assert found.column("at") == [NOON]
    assert [str(day) for day in found.column("day")] == ["2026-07-01"]


def test_offsets_may_differ(tmp_path):
    """They are converted."""
    times = ["2026-07-01T15:00+03:00", "2026-07-01T12:00Z", "2026-07-01T07:00-0500"]
    assert typed_rows(tmp_path, log(times, tmp_path)).column("at") == [NOON] * 3


def test_times_with_and_without_an_offset_are_mixed(tmp_path):
    """Nobody knows what the others mean: one of each is shown, with its line."""
    source = log(["2026-07-01T15:00", "2026-07-01", "2026-07-01T15:00Z"], tmp_path)
    message, help = refused(tmp_path, source)
    assert message == "log: column 'time' has times with and without an offset"
    assert help.startswith("with: 2026-07-01T15:00Z (")
    assert "a.csv:4); without: 2026-07-01T15:00 (" in help


FORMS = sorted({*(day + " %H:%M:%S" for day in DAYS), *("%d.%m.%Y" + hour for hour in HOURS)})


@pytest.mark.parametrize("form", [form for form in FORMS if form[:8] != "%Y-%m-%d"])
def test_another_form_of_time_is_named(tmp_path, form):
    """Where day and month could be swapped, both are; with the right one the file reads."""
    moments = [datetime(2026, 7, 5, 9, 8, 7, tzinfo=UTC), datetime(2026, 12, 9, 21, 8, tzinfo=UTC)]
    times = [moment.strftime(form) for moment in moments]
    help = refused(tmp_path, log(times, tmp_path))[1]
    swaps = "%d" in form and "%m" in form and not form.startswith("%Y")
    assert repr(form) in help
    assert ("day and month could be swapped" in help) == swaps
    found = typed_rows(tmp_path, log(times, tmp_path, time_format=form))
    assert [str(day) for day in found.column("day")] == ["2026-07-05", "2026-12-09"]


def test_a_day_beyond_twelve_tells_day_and_month_apart(tmp_path):
    """Then one format fits, and it fits all."""
    help = refused(tmp_path, log(["05/07/2026", "13/07/2026"], tmp_path))[1]
    assert help == "all fit it: write time_format: '%d/%m/%Y'"
    help = refused(tmp_path, log(["05/07/2026", "13/07/2026", "13/08/2026", "?"], tmp_path))[1]
    assert help == "3 of 4 fit it: write time_format: '%d/%m/%Y'"


@pytest.mark.parametrize(
    "times",
    [["05/07/2026"], ["13/07/2026"], ["13/07/2026", "14/07/2026", "15/07/2026", "?"]],
)
def test_what_to_write_is_written_so_in_every_language(tmp_path, times):
    """It is pasted: around a format stand marks of YAML, not those of the language."""
    with pytest.raises(CjmError) as caught:
        typed_rows(tmp_path, log(times, tmp_path))
    told = translate(caught.value.help, "ru")
    pasted = re.findall(r"(?:time_format: |или )(\S+)", told)
    assert {yaml.safe_load(text) for text in pasted} <= {"%d/%m/%Y", "%m/%d/%Y"}
    assert pasted


def test_a_format_that_does_not_fit_is_refused(tmp_path):
    """With the one that does; and a format that is none."""
    source = log(["05.07.2026", "13.07.2026"], tmp_path, time_format="%m.%d.%y")
    message, help = refused(tmp_path, source)
    assert message == "log: column 'time' does not fit '%m.%d.%y': '05.07.2026'"
    assert help == "all fit it: write time_format: '%d.%m.%Y'"
    source = log(["05.07.2026"], tmp_path, time_format="%d.%m.%Q")
    assert refused(tmp_path, source)[0] == "log: there is no time_format '%d.%m.%Q'"
    source = log(["soon", "later"], tmp_path)
    assert refused(tmp_path, source)[1].startswith("write its form as time_format")


def test_a_single_time_that_does_not_fit_the_format_is_left_out(tmp_path):
    """A year of two digits where four are said would be the year 26."""
    times = ["05.07.2026", "06.07.2026", "07.07.26", "08.07.2026"]
    found = typed_rows(tmp_path, log(times, tmp_path, time_format="%d.%m.%Y"))
    assert len(found.rows) == 3
    assert found.typed.left_out["not a time"].values == {"07.07.26": 1}


def test_offsets_of_a_format_are_moments(tmp_path):
    """`%z` takes +0300 and +03:00."""
    times = ["01.07.2026 15:00 +0300", "01.07.2026 15:00 +03:00"]
    found = typed_rows(tmp_path, log(times, tmp_path, time_format="%d.%m.%Y %H:%M %z"))
    assert found.column("at") == [NOON, NOON]


JULY = Asked(period=(datetime(2026, 7, 1).date(), datetime(2026, 7, 31).date()))


def test_a_period_keeps_the_cases_that_begin_in_it(tmp_path):
    """Whole; an event that is left out for another reason begins nothing."""
    write(
        tmp_path,
        a_csv="case,word,time\n1,a,2026-06-30\n1,b,2026-07-01\n2,a,2026-07-31T23:59\n"
        "2,b,2026-08-09\n3,,2026-06-01\n3,b,2026-07-02\n4,a,2026-08-01\n",
    )
    source = Events("log", Rows("a.csv"), "case", "word", "time")
    found = typed_rows(tmp_path, source, JULY)
    assert found.column("row") == [3, 4, 6]
    assert found.typed.left_out["outside the period"].rows == 3
    assert found.typed.untrusted == 1 / 7


def test_a_period_is_days_of_the_timezone(tmp_path):
    """The last evening of June in UTC is July in Moscow."""
    source = log(["2026-06-30T21:30Z", "2026-07-31T21:30Z"], tmp_path)
    found = typed_rows(tmp_path, source, JULY, timezone="Europe/Moscow")
    assert found.column("row") == [1]


def test_a_period_counts_answers_by_their_day(tmp_path):
    """One without a time belongs to no period; without a period it stays."""
    write(tmp_path, a_csv="s,t,time\n5,a,2026-07-01\n4,a,\n3,a,2026-08-01\n")
    source = Survey("s", Rows("a.csv"), (1, 5), touchpoint="t", score="s", time="time")
    assert typed_rows(tmp_path, source).column("answer") == [5, 4, 3]
    found = typed_rows(tmp_path, source, JULY)
    assert found.column("answer") == [5]
    assert {name: reason.rows for name, reason in found.typed.left_out.items()} == {
        "no time": 1,
        "outside the period": 1,
    }


def test_sales_are_kept_whatever_the_period(tmp_path):
    """Who was a customer before it must be known."""
    write(tmp_path, a_csv="c,t,m\n1,2026-06-01,5\n1,2026-07-01,5\n")
    assert len(typed_rows(tmp_path, Sales("s", Rows("a.csv"), "c", "t", "m"), JULY).rows) == 2
