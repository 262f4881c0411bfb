"""A gathering in one message, as people write them, read on Thursday 3 December 2026."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.agenda import free_form, spoken_days, spoken_deadlines, spoken_times
from bot.agenda.free_form import Reading
from bot.texts import when
from tests.agenda.calendars import AMSTERDAM, REGION

TODAY = date(2026, 12, 3)


def at(moment: str) -> datetime:
    """A moment by the wall clock."""
    return datetime.fromisoformat(moment)


def read(text: str) -> Reading:
    return free_form.read(text, TODAY, REGION)


def test_the_example_that_staff_are_shown() -> None:
    found = read("di 12 jan 19:30 Buurtavond, De Klup, Amersfoort #eenzaamheid")
    assert (found.title, found.location, found.themes) == ("Buurtavond", "De Klup, Amersfoort", ("eenzaamheid",))
    assert found.starts_local == at("2027-01-12T19:30")
    assert found.ends_local == at("2027-01-12T21:30")
    assert found.ends is None, "nobody said until when"


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("12 jan", ["2027-01-12"]),
        ("3 december", ["2026-12-03"]),
        ("2 dec.", ["2027-12-02"]),
        ("12-1", ["2027-01-12"]),
        ("12/01/2027", ["2027-01-12"]),
        ("12.01.2027", ["2027-01-12"]),
        ("2027-01-12", ["2027-01-12"]),
        ("January 12th, 2027", ["2027-01-12"]),
        ("Tue the 12th of January", ["2027-01-12"]),
        ("29 februari", ["2028-02-29"]),
        ("31 februari", []),
        ("12 januari 2026", ["2026-01-12"]),
        ("31-12-9999", []),
        ("vandaag", ["2026-12-03"]),
        ("morgen", ["2026-12-04"]),
        ("overmorgen", ["2026-12-05"]),
        ("tomorrow", ["2026-12-04"]),
        ("vrijdag", ["2026-12-04"]),
        ("komende dinsdag", ["2026-12-08"]),
        ("volgende week dinsdag", ["2026-12-08"]),
        ("volgende dinsdag", ["2026-12-08", "2026-12-15"]),
        ("donderdag", ["2026-12-03", "2026-12-10"]),
        ("di 13 jan", ["2027-01-12", "2027-01-13"]),
        ("vr 19:30", ["2026-12-04"]),
        ("vr Buurtavond", []),
        ("zo maken we het", []),
        ("10-12 uur", []),
        ("19-21 uur", []),
    ],
)
def test_days(text: str, days: list[str]) -> None:
    found = spoken_days.find(text, TODAY)
    assert ([d.isoformat() for d in found.choices] if found else []) == days


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("19:30", "19:30"),
        ("19.30 uur", "19:30"),
        ("19u30", "19:30"),
        ("7:30", "07:30"),
        ("19 uur", "19:00"),
        ("8 uur", "20:00?"),
        ("10 uur", "10:00"),
        ("8 uur 's ochtends", "08:00"),
        ("acht uur", "20:00?"),
        ("half acht", "19:30?"),
        ("half acht 's ochtends", "07:30"),
        ("kwart over 7", "19:15?"),
        ("kwart voor acht", "19:45?"),
        ("tien over half acht", "19:40?"),
        ("vijf voor half acht", "19:25?"),
        ("tien voor acht", "19:50?"),
        ("half past seven", "19:30?"),
        ("quarter to eight", "19:45?"),
        ("7pm", "19:00"),
        ("7:30 p.m.", "19:30"),
        ("12am", "00:00"),
        ("om 8", "20:00?"),
        ("van 19 tot 21 uur", "19:00-21:00"),
        ("19-21 uur", "19:00-21:00"),
        ("19.30-21.30", "19:30-21:30"),
        ("19:30 tot 21:30 uur", "19:30-21:30"),
        ("van half acht tot half tien", "19:30-21:30?"),
        ("van 10 tot 2 uur", "10:00-14:00"),
        ("van 22:00 tot 1:00", "22:00-01:00"),
        ("7 to 9pm", "19:00-21:00"),
        ("10am to 1pm", "10:00-13:00"),
        ("11 to 1pm", "11:00-13:00"),
        ("19.00 tot 24 uur", "19:00-00:00"),
        ("entree 7.50 euro", ""),
        ("€ 7.50", ""),
        ("met 12 mensen", ""),
        ("3 tot 5 mensen", ""),
        ("versie 1.2.3", ""),
    ],
)
def test_times(text: str, span: str) -> None:
    found = spoken_times.find(text)
    said = ""
    if found:
        said = f"{found.starts:%H:%M}" + (f"-{found.ends:%H:%M}" if found.ends else "") + "?" * found.guessed
    assert said == span


@pytest.mark.parametrize(
    ("text", "no_time", "title"),
    [
        ("morgen 25:99 Feest", "25:99", "Feest"),
        ("morgen om 19:60 Feest", "19:60", "Feest"),
        ("morgen 19:3 Feest", "19:3", "Feest"),
        ("morgen 26 uur Feest", "26 uur", "Feest"),
        ("morgen 19.75 uur Feest", "19.75 uur", "Feest"),
        ("morgen 25u30 Feest", "25u30", "Feest"),
        ("morgen 19:30 tot 25:00 Feest", "25:00", "Feest"),
        ("morgen 19:30-25:00 Feest", "25:00", "Feest"),
        ("morgen 19:30 tot 24:00 Feest", "", "Feest"),
        ("morgen 25:99 tot 26:00 Feest", "25:99", "Feest"),
        ("morgen van 25:99-21:30 Feest", "25:99", "Feest"),
        ("morgen 19:30 Quiz 50:50", "", "Quiz 50:50"),
        ("morgen entree 7:75 euro", "", "entree 7:75 euro"),
        ("morgen versie 1.2.3", "", "versie 1.2.3"),
        ("morgen 19:30 Feest van gisteren", "", "Feest van gisteren"),
    ],
)
def test_what_is_written_as_a_time_and_is_none(text: str, no_time: str, title: str) -> None:
    found = read(text)
    assert (found.no_time, found.title) == (no_time, title)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("gisteren Feest", ["2026-12-03", "2026-12-04"]),
        ("gisteren 9:00-9:30 Ontbijt", ["2026-12-04"]),
        ("12 januari 2026 Feest", ["2027-01-12"]),
        ("12 t/m 14 mei 2026 Kamp", ["2027-05-12"]),
        ("Feest", ["2026-12-03", "2026-12-04"]),
        ("31 februari Feest", []),
    ],
)
def test_days_that_may_be_meant_instead(text: str, days: list[str]) -> None:
    assert [day.isoformat() for day in read(text).days_instead(at("2026-12-03T10:02"))] == days


def test_an_evening_or_a_morning_in_the_name_says_which_half_of_the_day() -> None:
    assert (read("morgen 9 uur Buurtavond").starts, read("morgen 9 uur Koffie").starts) == (time(21), time(9))
    morning = read("morgen half acht Ontbijtochtend")
    assert (morning.starts, morning.guessed) == (time(7, 30), False)


def test_several_lines_and_all_the_rest() -> None:
    found = read(
        "Buurtavond\nza 17 april van 19 tot 21 uur\nDe Klup, Amersfoort\nmax. 40 mensen #zorg #Geld\n"
        "https://example.org/avond\n\nNeem iets lekkers mee.\n\nTot dan."
    )
    assert found == Reading(
        title="Buurtavond",
        days=(date(2027, 4, 17),),
        starts=time(19),
        ends=time(21),
        said="za 17 april",
        location="De Klup, Amersfoort",
        url="https://example.org/avond",
        themes=("zorg", "geld"),
        capacity=40,
        description="Neem iets lekkers mee.\n\nTot dan.",
    )


def test_what_lasts_days_or_all_day() -> None:
    camp = read("12 t/m 14 mei Zomerkamp, Rhenen")
    assert (camp.starts_local, camp.ends_local) == (at("2027-05-12T00:00"), at("2027-05-15T00:00"))
    walk = read("za 17 april hele dag Wandeltocht, Houten")
    assert (walk.all_day, walk.ends_local) == (True, at("2027-04-18T00:00"))
    night = read("za 17 april 22:00-1:00 Feest, Houten")
    assert night.ends_local == at("2027-04-18T01:00")


def test_a_place_without_a_comma() -> None:
    found = read("vr 15 jan 10-12 uur Inloopochtend in Zeist")
    assert (found.title, found.location) == ("Inloopochtend", "Zeist")
    assert read("vr 15 jan 10 uur Werken in de zorg").title == "Werken in de zorg"


@pytest.mark.parametrize(
    ("text", "lacks"),
    [
        ("di 12 jan 19:30", "title"),
        ("19:30 Buurtavond", "day"),
        ("31 februari 19:30 Buurtavond", "no-such-day"),
        ("di 13 jan 19:30 Buurtavond", "which-day"),
        ("di 12 jan Buurtavond", "time"),
        ("12 januari 2026 19:30 Buurtavond", "past"),
        ("vandaag 9:00 Buurtavond", None),
        ("vandaag 6:00 Ontbijt", "past"),
        ("gisteren Buurtavond", "past"),
        ("gisteravond 25:00 Buurtavond", "past"),
        ("morgen 25:99 Buurtavond", "time"),
        ("12-13-2027 19:30 Buurtavond", "no-such-day"),
    ],
)
def test_what_is_asked_first(text: str, lacks: str | None) -> None:
    assert read(text).lacks(at("2026-12-03T10:02")) == lacks


@pytest.mark.parametrize(
    ("reply", "asked", "changes"),
    [
        ("20.00 uur", None, {"starts": time(20), "ends": time(22)}),
        ("tot 22 uur", None, {"ends": time(22)}),
        ("wo 13 jan", None, {"days": (date(2027, 1, 13),), "said": "wo 13 jan"}),
        ("plek: Dorpshuis, Zeist", None, {"location": "Dorpshuis, Zeist"}),
        ("Dorpshuis, Zeist", "place", {"location": "Dorpshuis, Zeist"}),
        (
            "tijd: 20 uur\nonderwerp: zorg, geld",
            None,
            {"starts": time(20), "ends": time(22), "themes": ("zorg", "geld")},
        ),
        ("0", "capacity", {"capacity": None}),
        ("60", "capacity", {"capacity": 60}),
        ("plaatsen: 60", None, {"capacity": 60}),
        ("aanmelden tot: 10 jan", None, {"answer_by": at("2027-01-10T23:59")}),
        ("aanmelden tot 10 jan 18.00 uur", None, {"answer_by": at("2027-01-10T18:00")}),
        ("aanmelden: geen", None, {"answer_by": spoken_deadlines.NO_DEADLINE}),
        ("aanmelden: ooit", None, {}),
        ("goed zo", None, {}),
    ],
)
def test_replies_correct_it(reply: str, asked: str | None, changes: dict[str, object]) -> None:
    before = read("di 12 jan 19:30-21:30 Buurtavond, De Klup, Amersfoort max 40")
    after = free_form.amend(before, reply, asked, TODAY, REGION)
    want = Reading(**{name: getattr(before, name) for name in before.__slots__} | changes)
    assert (after or before) == want


@pytest.mark.parametrize(
    ("said", "by"),
    [
        ("aanmelden tot 10 jan", "2027-01-10T23:59"),
        ("aanmelden tot en met zondag 10 januari", "2027-01-10T23:59"),
        ("Aanmelden kan tot 10 januari om 18.00 uur", "2027-01-10T18:00"),
        ("opgeven voor 10-1", "2027-01-09T23:59"),
        ("sign up until 10 January", "2027-01-10T23:59"),
    ],
)
@pytest.mark.parametrize("form", ["di 12 jan 19:30 Avond, Zeist, {}", "{}, di 12 jan 19:30 Avond, Zeist #zorg max 20"])
def test_until_when_one_can_sign_up(said: str, by: str, form: str) -> None:
    found = read(form.format(said))
    assert (found.answer_by, found.days, found.starts) == (at(by), (date(2027, 1, 12),), time(19, 30))
    assert (found.title, found.location) == ("Avond", "Zeist")
    assert Reading.from_json(found.to_json()) == found


@pytest.mark.parametrize(
    "said", ["aanmelden voor de avond kan", "aanmelden tot het vol is", "aanmelden tot di 13 jan"]
)
def test_what_is_no_clear_deadline_takes_no_day_from_the_gathering(said: str) -> None:
    found = read(f"di 12 jan 19:30 Avond, Zeist, {said}")
    assert (found.answer_by, found.days) == (None, (date(2027, 1, 12),))
    assert said in found.location, "so that it is seen in the preview"


@given(st.text(max_size=300))
def test_any_text_is_read_and_kept(text: str) -> None:
    found = read(text)
    assert Reading.from_json(found.to_json()) == found
    if found.lacks(at("2026-12-03T10:00")) is None:
        assert found.occurrence(AMSTERDAM).ends_at >= found.occurrence(AMSTERDAM).starts_at


@given(
    st.dates(TODAY, TODAY + timedelta(days=364)),
    st.times().map(lambda t: t.replace(second=0, microsecond=0)),
    st.sampled_from(["nl", "en"]),
    st.booleans(),
)
def test_what_the_bot_writes_it_reads(day: date, hour: time, language: str, with_year: bool) -> None:
    """A day and a time in the bot's own words, in both languages, come back as they were."""
    moment = datetime.combine(day, hour)
    said = when.moment(moment, language, date(2000, 1, 1) if with_year else None)
    found = read(f"Buurtavond, {said}, Zeist")
    assert found.days == (day,)
    assert (found.starts, found.title, found.location) == (hour, "Buurtavond", "Zeist")


def test_a_time_that_the_clock_skips_is_an_hour_later() -> None:
    found = read("zo 28 maart 2:30 Nachtwake, Zeist").occurrence(ZoneInfo("Europe/Amsterdam"))
    assert f"{found.starts_at:%H:%M}" == "01:30"
