"""How a gathering that staff write is shown back to them: what was read, what is still asked, what changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.agenda import by_hand, event_drafts, places
from bot.agenda.compare import Step
from bot.agenda.free_form import Reading
from bot.agenda.parsed import ParsedOccurrence
from bot.agenda.region import Region
from bot.texts import when
from bot.texts.render import Html
from handlers.agenda import event_lacks, event_news
from handlers.agenda.event_lines import about, correcting, drop_button, offsets_in_words, span, where
from handlers.agenda.event_messages import EventMessages, clip
from handlers.agenda.event_presses import AskSwitch, PutDraft, SeeMessage
from handlers.presses import Button, Rows
from handlers.turn import Turn
from storage.agenda import CANCELLED, Occurrence
from storage.event_drafts import EventDraft

# What is shown of a description: a message to staff is at most 500 characters.
LONGEST_SHOWN = 80


@dataclass(frozen=True)
class Looked:
    """A draft beside the agenda. `one`: the gathering it makes, None when something lacks; `row`: what it changes."""

    draft: EventDraft
    reading: Reading
    lacks: str | None
    one: ParsedOccurrence | None
    row: Occurrence | None

    @property
    def step(self) -> Step | None:
        """What changes in the agenda, but for the number of places."""
        return by_hand.step(self.row, self.one) if self.row is not None and self.one is not None else None

    @property
    def other_places(self) -> bool:
        return self.row is not None and self.row.capacity != self.reading.capacity

    @property
    def other_deadline(self) -> bool:
        """Whether staff wrote another moment until when one can sign up."""
        said = places.said(self.one) if self.one is not None else {}
        return self.row is not None and said.get(places.ANSWER_BY, self.row.answer_by) != self.row.answer_by

    @property
    def is_ready(self) -> bool:
        """Whether there is something to do that can be done."""
        return self.one is not None and (
            self.row is None or self.step is not None or self.other_places or self.other_deadline
        )


def look(turn: Turn, draft: EventDraft) -> Looked:
    """Read a draft again, as it is now."""
    zone = turn.services.settings.zone
    reading, row = event_drafts.reading_of(draft), None
    if draft.occurrence_id is not None:
        row = turn.session.get(Occurrence, draft.occurrence_id)
    lacks = reading.lacks(turn.now.astimezone(zone).replace(tzinfo=None))
    if lacks is not None:
        return Looked(draft, reading, lacks, None, row)
    own = zone if row is None else event_drafts.zone_of(row)
    one = reading.occurrence(own, row.recurrence if row is not None else "")
    if row is not None and row.state == CANCELLED:
        one = replace(one, cancelled=True)
    return Looked(draft, reading, None, one, row)


def view(turn: Turn, found: Looked, region: Region) -> tuple[Html, Rows]:
    """What staff see of a draft, and the buttons below it."""
    if found.lacks is not None:
        return event_lacks.view(turn, found.draft, found.reading, found.lacks, region)
    if found.row is not None:
        return _change(turn, found, found.row)
    t, one, reading = turn.t, found.one, found.reading
    assert one is not None
    lines = [t("event-read"), t("event-what", what=one.title), _when(turn, one, reading)]
    lines += [where(t, one.location, region), about(t, one.themes, reading.capacity), _reminders(turn)]
    if reading.answer_by is not None:
        lines.append(_until(turn, places.said(one)[places.ANSWER_BY]))
    if one.description:
        lines.append(t("event-description", text=clip(" ".join(one.description.split()), LONGEST_SHOWN)))
    lines += _notes(turn, found, region)
    puts = [[Button(t.plain("event-put-button"), PutDraft(found.draft.id, 0))]]
    count = event_news.reach(turn, region.of_location(one.location), region.known_themes(list(one.themes)))
    if count:
        puts.append([Button(t.plain("event-put-news-button", count=count), PutDraft(found.draft.id, 1))])
    return Html("\n".join(lines)), [*puts, correcting(t, found.draft), [drop_button(t, found.draft)]]


def _change(turn: Turn, found: Looked, row: Occurrence) -> tuple[Html, Rows]:
    t, one, draft = turn.t, found.one, found.draft
    assert one is not None
    messages = EventMessages(turn.services.settings.zone)
    if not found.is_ready:
        lines = [t("event-change-what"), messages.details(t, row, turn.now)]
        name = "event-on-button" if row.state == CANCELLED else "event-off-button"
        switch = Button(t.plain(name), AskSwitch(row.id, int(row.state == CANCELLED)))
        return Html(clip_html(lines)), [correcting(t, draft), [switch, drop_button(t, draft)]]
    told = by_hand.hearers(turn.session, found.step, turn.now)
    wrong = event_lacks.no_time(t, found.reading)
    lines = [t("event-changes"), *differences(turn, found, row), *wrong, t("event-tells", count=told)]
    go = Button(t.plain("event-apply-button"), PutDraft(draft.id, 1))
    if not told:
        return Html("\n".join(lines)), [[go], correcting(t, draft), [drop_button(t, draft)]]
    see = Button(t.plain("event-see-button"), SeeMessage(draft.id))
    quiet = Button(t.plain("event-quiet-button"), PutDraft(draft.id, 0))
    return Html("\n".join(lines)), [[go, see], correcting(t, draft), [quiet, drop_button(t, draft)]]


def differences(turn: Turn, found: Looked, row: Occurrence) -> list[Html]:
    """What was and what it becomes, a pair of lines for each part that changes."""
    t, one = turn.t, found.one
    assert one is not None
    was = EventMessages(turn.services.settings.zone).span(t, row, turn.now)
    becomes = span(turn, one)
    pairs = ((row.title, one.title), (was, becomes), (row.location, one.location))
    lines = [t("event-what", what=one.title)] if row.title == one.title else []
    for old, new in pairs:
        if old != new:
            lines += [t("event-was", what=old or "-"), t("event-becomes", what=new or "-")]
    by = places.said(one).get(places.ANSWER_BY, places.deadline_after(row, one, turn.now))
    if by != row.answer_by:
        lines.append(_until(turn, by))
    if found.other_places:
        lines.append(t("event-places-become", was=row.capacity or 0, capacity=found.reading.capacity or 0))
    if (row.description, row.url, row.themes) != (one.description, one.url, list(one.themes)):
        lines.append(t("event-other-details"))
    return lines


def clip_html(lines: Sequence[Html]) -> str:
    """A message to staff of several lines, the last of which may be long."""
    whole = "\n".join(lines)
    return whole if len(whole) <= 480 else "\n".join(whole[:480].split("\n")[:-1])


def _when(turn: Turn, one: ParsedOccurrence, reading: Reading) -> Html:
    shown, guessed_end = span(turn, one), reading.ends is None and not reading.all_day
    t = turn.t
    if reading.guessed:
        return t("event-when-both", when=shown) if guessed_end else t("event-when-half", when=shown)
    return t("event-when-end", when=shown) if guessed_end else t("event-when", when=shown)


def _until(turn: Turn, by: datetime | None) -> Html:
    """Until when one can sign up."""
    t, zone = turn.t, turn.services.settings.zone
    if by is None:
        return t("event-until-start")
    today = turn.now.astimezone(zone).date()
    return t("staff-event-by", when=when.moment(by.astimezone(zone), t.language, today))


def _reminders(turn: Turn) -> Html:
    offsets = turn.services.settings.events.reminders_minutes_before
    if not offsets:
        return turn.t("event-no-reminders")
    return turn.t("event-reminders", offsets=offsets_in_words(turn.t, offsets))


def _notes(turn: Turn, found: Looked, region: Region) -> list[Html]:
    """What staff should look at."""
    t, one = turn.t, found.one
    assert one is not None
    notes = event_lacks.no_time(t, found.reading)
    notes += [t("event-theme-unknown", theme=theme) for theme in one.themes if theme not in region.themes]
    if found.reading.series:
        notes.append(t("event-one-time"))
    other = event_drafts.alike(turn.session, one)
    if other is not None:
        notes.append(t("event-twice", title=clip(other.title, LONGEST_SHOWN)))
    return notes


def usual_ends(starts: datetime) -> list[datetime]:
    """When a gathering may end that starts then."""
    return [starts + timedelta(minutes=m) for m in (60, 90, 150, 180)]
