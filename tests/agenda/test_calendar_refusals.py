"""Calendars that cannot be read: every reason at once, in words, with where; and hostile ones, quickly."""

from __future__ import annotations

import time

import pytest

from bot.agenda import calendar
from bot.agenda.calendar import CalendarRefused
from bot.texts import texts
from handlers.agenda.calendar_texts import PROBLEMS, problem
from tests.agenda.calendars import AMSTERDAM, AUTUMN, event, ics, read


def kinds(content: bytes) -> list[str]:
    with pytest.raises(CalendarRefused) as refused:
        read(content)
    for p in refused.value.problems:
        for language in ("nl", "en"):
            assert problem(texts(language), p), "every problem can be said"
    return [p.kind for p in refused.value.problems]


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"", "not-a-calendar"),
        (b"hallo", "not-a-calendar"),
        (b"\xff\xfe\x00\x01", "not-a-calendar"),
        (b"PK\x03\x04" + bytes(100), "not-a-calendar"),
        (ics(event())[:120], "cut-off"),
        (ics(event(), head="rommel\n"), "broken-line"),
        (ics(), "no-events"),
        (ics("SUMMARY:x\nDTSTART:20270126T193000"), "missing-field"),
        (ics("UID:a\nDTSTART:20270126T193000"), "missing-field"),
        (ics("UID:a\nSUMMARY:x"), "missing-field"),
        (ics("UID:a\nSUMMARY:x\nDTSTART:morgen"), "unreadable-date"),
        (ics("UID:a\nSUMMARY:x\nDTSTART:20270126T193000\nDTSTART:20270127T193000"), "unreadable-date"),
        (ics(event(extra="RDATE:later")), "unreadable-date"),
        (ics(event(extra="RRULE:FREQ=SOMS")), "unreadable-rule"),
        (ics("UID:a\nSUMMARY:x\nDTSTART;TZID=Mars/Olympus:20270126T193000"), "unknown-zone"),
    ],
)
def test_each_mistake_has_its_words(content: bytes, kind: str) -> None:
    assert kinds(content) == [kind]


def test_all_mistakes_are_told_at_once_with_their_lines() -> None:
    content = ics(
        "UID:a\nSUMMARY:Zonder datum", event("b"), "UID:c\nSUMMARY:Vreemd\nDTSTART;TZID=Mars/X:20270101T100000"
    )
    with pytest.raises(CalendarRefused) as refused:
        read(content)
    found = [(p.kind, p.line, p.event) for p in refused.value.problems]
    lines = content.decode().split("\r\n")
    assert found == [("missing-field", 4, "Zonder datum"), ("unknown-zone", 16, "Vreemd")]
    assert lines[3] == lines[15] == "BEGIN:VEVENT"


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=SECONDLY",
        "FREQ=MINUTELY;INTERVAL=5",
        "FREQ=HOURLY",
        "FREQ=DAILY;BYHOUR=" + ",".join(map(str, range(24))) + ";BYMINUTE=" + ",".join(map(str, range(60))),
        "FREQ=DAILY;BYHOUR=" + ",".join(map(str, range(24))),
    ],
)
def test_rules_that_repeat_without_measure_are_refused_at_once(rule: str) -> None:
    begun = time.monotonic()
    assert kinds(ics(event(extra=f"RRULE:{rule}"))) == ["too-often"]
    assert time.monotonic() - begun < 30  # unmeasured it would be hours


def test_a_rule_that_never_fits_is_refused_at_once() -> None:
    begun = time.monotonic()
    assert kinds(ics(event(extra="RRULE:FREQ=DAILY;BYMONTH=2,4;BYMONTHDAY=31"))) == ["unreadable-rule"]
    assert time.monotonic() - begun < 20


def test_a_daily_series_of_long_ago_costs_little() -> None:
    begun = time.monotonic()
    assert len(read(ics(event(start="19020126T193000", extra="RRULE:FREQ=DAILY"))).events[0].occurrences) == 548
    assert time.monotonic() - begun < 30  # unmeasured it would be hours


def test_reading_stops_when_it_takes_too_long() -> None:
    clock = iter([0.0, 1.0, 99.0, 99.0])
    with pytest.raises(CalendarRefused) as refused:
        calendar.read(ics(event("a"), event("b"), event("c")), AUTUMN, AMSTERDAM, lambda: next(clock))
    assert [p.kind for p in refused.value.problems] == ["too-slow", "too-slow"]


def test_a_file_of_more_than_five_megabytes_is_refused_unread() -> None:
    begun = time.monotonic()
    assert kinds(ics(event()) + b" " * (5 * 1024 * 1024)) == ["too-large"]
    assert kinds(ics(event(extra="X-A:a\n" * 210_000))) == ["too-many-lines"]
    assert time.monotonic() - begun < 20


def test_more_gatherings_than_a_network_has_are_refused() -> None:
    daily = [event(str(n), extra="RRULE:FREQ=DAILY") for n in range(11)]
    assert kinds(ics(*daily)) == ["too-many"]
    assert kinds(ics(event(extra="RRULE:FREQ=DAILY;BYHOUR=9,19"))) == ["too-often"]


def test_components_nested_a_thousand_deep_do_not_stop_us() -> None:
    depth = 1000
    nested = "BEGIN:VALARM\n" * depth + "END:VALARM\n" * depth
    assert read(ics(event(extra=nested))).events


def test_every_kind_of_problem_has_words_in_both_languages() -> None:
    assert all(texts(language).has(name) for language in ("nl", "en") for name in PROBLEMS)
