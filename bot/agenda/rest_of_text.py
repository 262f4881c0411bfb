"""A text of which what is understood is taken out, piece by piece; what is left is a title and a place."""

from __future__ import annotations

import re
from datetime import date, datetime

from bot.agenda import spoken_days, spoken_deadlines, spoken_times
from bot.agenda.region import Region

_EDGES = " \t,;·|-–—:@"
# "(om|op|at) " that stood before what was taken out.
_DANGLING = re.compile(r"\s+(?:om|op|van|vanaf|from|at|on|elke|iedere|every)$", re.IGNORECASE)
_IN = re.compile(r"^(?:in|te)\s+", re.IGNORECASE)


class Rest:
    """A text from which is taken what is understood. What is taken leaves a mark between the words."""

    MARK = "\x00"

    def __init__(self, text: str) -> None:
        self.text = text.replace(self.MARK, "")

    def all(self, pattern: re.Pattern[str]) -> list[re.Match[str]]:
        """All that fits a pattern."""
        found = list(pattern.finditer(self.text))
        for m in found:
            self._take(m.start(), m.end())
        return found

    def first(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """The first that fits a pattern."""
        found = pattern.search(self.text)
        if found:
            self._take(found.start(), found.end())
        return found

    def day_and_time(self, today: date) -> tuple[spoken_days.Day | None, spoken_times.Times | None, str]:
        """When it is, and what was written as a time, or as the end of one, and is none ("25:99"; empty: nothing)."""
        day = spoken_days.find(self.text, today)
        if day:
            self._take(day.start, day.end)
        part = day.part if day else None
        if part is None and re.search(r"avond|evening|night", self.text, re.IGNORECASE):
            part = spoken_days.EVENING
        elif part is None and re.search(r"ochtend|morning", self.text, re.IGNORECASE):
            part = spoken_days.MORNING
        wrong, times = spoken_times.find_impossible(self.text), spoken_times.find(self.text, part)
        if wrong and times and wrong.start <= times.start < wrong.end:
            times = None
        if times:
            self._take(times.start, times.end)
            wrong = spoken_times.find_impossible(self.text, times.end)
        if wrong:
            self._take(wrong.start, wrong.end)
        return day, times, wrong.said if wrong else ""

    def deadline(self, today: date) -> datetime | None:
        """Until when one can sign up, by the wall clock."""
        found = spoken_deadlines.find(self.text, today)
        if found is None:
            return None
        self._take(found.start, found.end)
        return found.moment

    def title_and_place(self, region: Region) -> tuple[str, str]:
        """What it is called and where it is: what is left."""
        pieces = [self._clean(p) for p in re.split(r"[,\x00]", self.text)]
        title, *place = [p for p in pieces if p] or [""]
        if not place:
            title, found = _place_in(title, region)
            place = [found] if found else []
        return title, _IN.sub("", ", ".join(place))

    def _clean(self, piece: str) -> str:
        piece = " ".join(piece.split()).strip(_EDGES)
        return _DANGLING.sub("", f" {piece}").strip(_EDGES)

    def _take(self, start: int, end: int) -> None:
        self.text = self.text[:start] + self.MARK * (end - start) + self.text[end:]


def _place_in(title: str, region: Region) -> tuple[str, str]:
    """ "Buurtavond in Zeist" without a comma: the place is what we know as one."""
    words = re.match(r"(?P<title>.+?)\s+(?:in|te|@)\s+(?P<place>\S.*)$", title, re.IGNORECASE)
    if words and region.find(words["place"]):
        return words["title"], words["place"]
    return title, ""
