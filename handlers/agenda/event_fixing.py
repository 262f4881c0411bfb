"""Correcting a gathering that staff write: [ Tijd ], [ Plek ], [ Meer ], the days it may be, and replies to it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from bot.agenda import event_drafts, free_form, spoken_times
from bot.agenda.free_form import Reading
from bot.texts import when
from bot.texts.render import Html
from handlers.agenda import event_lacks, event_lines, event_view
from handlers.agenda.event_new import here, refresh, show_draft, take
from handlers.agenda.event_presses import AskDraft, SetCapacity, SetDay, SetTimes, SetTown, SwitchTheme
from handlers.front import Front
from handlers.presses import Button, Rows
from handlers.topics_of import replied_to
from handlers.turn import Turn
from storage.event_drafts import OPEN, EventDraft

THEMES_AT_ONCE = 6
CAPACITIES = (20, 40, 60)


def register(front: Front) -> None:
    """The buttons. Replies come by handlers.desk.staff_talk."""
    front.press(AskDraft, ask, staff=True)
    front.press(SetDay, set_day, staff=True)
    front.press(SetTimes, set_times, staff=True)
    front.press(SetTown, set_town, staff=True)
    front.press(SetCapacity, set_capacity, staff=True)
    front.press(SwitchTheme, switch_theme, staff=True)


def on_reply(turn: Turn) -> bool:
    """A reply to the message that shows a draft changes it: True. False: it is no reply to one."""
    replied = replied_to(turn.message)
    if replied is None or replied.from_user is None or replied.from_user.username != turn.services.bot_username:
        return False
    draft = event_drafts.shown(turn.session, turn.chat.id, replied.message_id)
    if draft is None:
        return False
    if draft.state != OPEN:
        turn.say("event-draft-closed")
        return True
    today = turn.now.astimezone(turn.services.settings.zone).date()
    reading = free_form.amend(event_drafts.reading_of(draft), turn.text, draft.asked, today, here(turn))
    if reading is None:
        wrong = spoken_times.find_impossible(turn.text)
        turn.say_html(turn.t("event-no-time", said=wrong.said) if wrong else turn.t("event-not-understood"))
        return True
    event_drafts.put(draft, reading)
    refresh(turn, draft)
    turn.react("👌")
    return True


def ask(turn: Turn, press: AskDraft) -> None:
    """[ Tijd ], [ Plek ], [ Meer ] and what is below that: a question, with the likely answers as buttons."""
    draft = take(turn, press.draft)
    if draft is None:
        return
    t, reading = turn.t, event_drafts.reading_of(draft)
    back = [event_lines.back_button(t, draft)]
    draft.asked = None if press.part in ("more", "time") else press.part
    draft.message_id = turn.pressed_id or draft.message_id
    match press.part:
        case "time":
            now = event_lines.when_known(turn, reading) or reading.said or "-"
            _asks(turn, reading, t("event-ask-time", when=now), [*_times(turn, draft, reading), back])
        case "place":
            question = t("event-ask-place", where=reading.location or "-")
            _asks(turn, reading, question, [*_towns(turn, draft, reading), back])
        case "title":
            turn.replace("event-ask-title", [back], title=reading.title or "-")
        case "description":
            _asks(turn, reading, t("event-ask-description"), [back])
        case "capacity":
            some = [Button(str(n), SetCapacity(draft.id, n)) for n in CAPACITIES]
            _asks(turn, reading, t("event-ask-capacity"), [some, back])
        case "themes":
            _ask_themes(turn, draft, reading, 0)
        case _:
            lines = [t("event-more"), *event_lines.known(turn, reading, here(turn))]
            turn.replace_html("\n".join(lines), [*_more(turn, draft), back])


def set_day(turn: Turn, press: SetDay) -> None:
    """[ di 12 januari ]: of the days it may be, this one."""
    draft = take(turn, press.draft)
    if draft is not None:
        event_drafts.choose_day(draft, date.fromordinal(press.day))
        show_draft(turn, draft)


def set_times(turn: Turn, press: SetTimes) -> None:
    """[ tot 22.00 uur ], [ 7.30 uur ] or [ Hele dag ]"""
    draft = take(turn, press.draft)
    if draft is None:
        return
    starts, ends = _time(press.starts), _time(press.ends)
    reading = event_drafts.reading_of(draft)
    event_drafts.put(
        draft, replace(reading, starts=starts, ends=ends, all_day=starts is None, guessed=False, no_time="")
    )
    show_draft(turn, draft)


def set_town(turn: Turn, press: SetTown) -> None:
    """[ Amersfoort ]: the place lies there."""
    draft = take(turn, press.draft)
    if draft is not None:
        reading = event_drafts.reading_of(draft)
        place = ", ".join(part for part in (reading.location, press.town) if part)
        event_drafts.put(draft, replace(reading, location=place))
        show_draft(turn, draft)


def set_capacity(turn: Turn, press: SetCapacity) -> None:
    """[ 40 ]: so many people fit."""
    draft = take(turn, press.draft)
    if draft is not None:
        event_drafts.put(draft, replace(event_drafts.reading_of(draft), capacity=press.people or None))
        show_draft(turn, draft)


def switch_theme(turn: Turn, press: SwitchTheme) -> None:
    """One theme on or off; -1 only turns the page."""
    draft = take(turn, press.draft)
    if draft is None:
        return
    reading, known = event_drafts.reading_of(draft), here(turn).themes
    if 0 <= press.theme < len(known):
        theme, have = known[press.theme], reading.themes
        themes = tuple(x for x in have if x != theme) if theme in have else (*have, theme)
        reading = replace(reading, themes=themes)
        event_drafts.put(draft, reading)
    _ask_themes(turn, draft, reading, press.first)


def _ask_themes(turn: Turn, draft: EventDraft, reading: Reading, first: int) -> None:
    t, known = turn.t, here(turn).themes
    buttons = []
    for n, theme in list(enumerate(known))[first : first + THEMES_AT_ONCE]:
        label = t.plain("event-theme-on-button", theme=theme) if theme in reading.themes else theme
        buttons.append(Button(label[:20], SwitchTheme(draft.id, n, first)))
    rows = [buttons[n : n + 2] for n in range(0, len(buttons), 2)]
    following = first + THEMES_AT_ONCE if first + THEMES_AT_ONCE < len(known) else 0
    last = [event_lines.back_button(t, draft)]
    if len(known) > THEMES_AT_ONCE:
        last.insert(0, Button(t.plain("event-next-button"), SwitchTheme(draft.id, -1, following)))
    themes = ", ".join(reading.themes) or t.plain("event-any-theme")
    _asks(turn, reading, t("event-ask-themes", themes=themes), [*rows, last])


def _asks(turn: Turn, reading: Reading, question: Html, rows: Rows) -> None:
    """The pressed message asks this, and says of which gathering."""
    of = [turn.t("event-what", what=reading.title)] if reading.title else []
    turn.replace_html("\n".join([question, *of]), rows)


def _times(turn: Turn, draft: EventDraft, reading: Reading) -> Rows:
    """The other half of the day when it was guessed; else likely ends."""
    t, starts = turn.t, reading.starts
    if starts is None:
        return [event_lacks.start_buttons(turn, draft, reading)]
    whole = Button(t.plain("event-all-day-button"), SetTimes(draft.id, -1, -1))
    begins = datetime.combine(date(2000, 1, 3), starts)
    if reading.guessed:
        other = begins + timedelta(hours=12)
        flip = Button(
            t.plain("event-at-button", at=when.clock(other, t.language)), SetTimes(draft.id, _minutes(other), -1)
        )
        return [[flip, whole]]
    ends = [
        Button(
            t.plain("event-until-button", until=when.clock(end, t.language)),
            SetTimes(draft.id, _minutes(begins), _minutes(end)),
        )
        for end in event_view.usual_ends(begins)
    ]
    return [ends[:2], ends[2:], [whole]]


def _towns(turn: Turn, draft: EventDraft, reading: Reading) -> Rows:
    """Municipalities that the end of the place looks like, when it is none we know."""
    region = here(turn)
    if not reading.location or region.of_location(reading.location) is not None:
        return []
    last = reading.location.rpartition(",")[2]
    words = [last, *last.split()]
    close = list(dict.fromkeys(m.municipality for word in words if len(word) > 2 for m in region.close(word)))
    return [[Button(town[:20], SetTown(draft.id, town))] for town in close[:2]]


def _more(turn: Turn, draft: EventDraft) -> Rows:
    t = turn.t

    def button(name: str, part: str) -> Button:
        return Button(t.plain(name), AskDraft(draft.id, part))

    return [
        [button("event-title-button", "title"), button("event-themes-button", "themes")],
        [button("event-capacity-button", "capacity"), button("event-description-button", "description")],
    ]


def _minutes(moment: datetime) -> int:
    return moment.hour * 60 + moment.minute


def _time(minutes: int) -> time | None:
    return None if minutes < 0 else time(minutes // 60 % 24, minutes % 60)
