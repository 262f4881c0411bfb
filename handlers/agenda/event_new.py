"""/evenement: a gathering in one message, shown as it was read, corrected, and put in the agenda (conversation 18).

Changing one that is there goes the same way: it is read from the agenda instead of from a message.
"""

from __future__ import annotations

from telegram.ext import filters

from bot.agenda import by_hand, changes, compare, event_drafts, free_form, region, reminders
from bot.agenda.changes import Notice
from bot.texts import when
from handlers.agenda import event_lines, event_list, event_news, event_notice, event_view
from handlers.agenda.event_messages import EventMessages
from handlers.agenda.event_presses import (
    AskSwitch,
    ChangeEvent,
    DropDraft,
    PutDraft,
    SeeMessage,
    ShowDraft,
)
from handlers.agenda.promoted import tell_promoted
from handlers.desk.desk_answers import staff
from handlers.front import Front
from handlers.presses import Button, Rows
from handlers.turn import Turn, text_payload
from storage.agenda import Occurrence
from storage.event_drafts import DONE, DROPPED, EventDraft


def register(front: Front) -> None:
    """The command, and what becomes of a draft. Correcting it is handlers.agenda.event_fixing."""
    front.staff_command("evenement", write)
    front.message(filters.ChatType.PRIVATE & filters.Regex(r"^/evenement\b"), only_in_group)
    front.press(ShowDraft, show, staff=True)
    front.press(PutDraft, put, staff=True)
    front.press(DropDraft, drop, staff=True)
    front.press(SeeMessage, see_message, staff=True)
    front.press(ChangeEvent, change, staff=True)


def only_in_group(turn: Turn) -> None:
    """/evenement in private does nothing, and says so."""
    turn.say("event-only-in-group")


def write(turn: Turn) -> None:
    """Read the message, also when it was written otherwise afterwards."""
    _command, *rest = turn.text.split(maxsplit=1)
    if not rest:
        return event_list.show(turn)
    today = turn.now.astimezone(turn.services.settings.zone).date()
    reading = free_form.read(rest[0], today, here(turn))
    before = None
    if turn.update.edited_message is not None:
        before = event_drafts.written(turn.session, turn.chat.id, turn.message.message_id)
    if before is None or before.state == DROPPED:
        draft = event_drafts.open_(
            turn.session, turn.chat.id, reading, staff(turn).name, turn.now, turn.message.message_id
        )
        return say_draft(turn, draft)
    if before.state == DONE:
        number = before.occurrence_id
        draft = event_drafts.open_(
            turn.session, turn.chat.id, reading, staff(turn).name, turn.now, turn.message.message_id, number
        )
        return say_draft(turn, draft)
    event_drafts.put(before, reading)
    refresh(turn, before)


def show(turn: Turn, press: ShowDraft) -> None:
    """[ Terug ]: how it is read now."""
    draft = take(turn, press.draft)
    if draft is not None:
        show_draft(turn, draft)


def change(turn: Turn, press: ChangeEvent) -> None:
    """[ Wijzig ]: what is in the agenda, with the buttons that change it."""
    row = turn.session.get(Occurrence, press.occurrence)
    if row is None or row.ends_at <= turn.now:
        turn.toast("event-gone")
        return
    reading = event_drafts.of_occurrence(row)
    draft = event_drafts.open_(turn.session, turn.chat.id, reading, staff(turn).name, turn.now, occurrence_id=row.id)
    say_draft(turn, draft)


def put(turn: Turn, press: PutDraft) -> None:
    """[ In de agenda ] or [ Voer door ]"""
    draft = take(turn, press.draft)
    if draft is None:
        return
    found = event_view.look(turn, draft)
    if not found.is_ready:
        return show_draft(turn, draft)
    if found.row is None:
        _add(turn, found, bool(press.tell))
    else:
        _change(turn, found, found.row, bool(press.tell))


def drop(turn: Turn, press: DropDraft) -> None:
    """[ Niet doen ]"""
    draft = take(turn, press.draft)
    if draft is not None:
        event_drafts.drop(draft)
        turn.replace("event-dropped")


def see_message(turn: Turn, press: SeeMessage) -> None:
    """[ Bekijk bericht ]: what people hear of a change, and below it the buttons that make it."""
    draft = take(turn, press.draft)
    found = event_view.look(turn, draft) if draft is not None else None
    if draft is None or found is None or found.row is None or found.step is None:
        return
    t, count = turn.t, by_hand.hearers(turn.session, found.step, turn.now)
    if not count:
        return show_draft(turn, draft)
    go = Button(t.plain("event-send-button", what="change", count=count), PutDraft(draft.id, 1))
    quiet = Button(t.plain("event-quiet-button"), PutDraft(draft.id, 0))
    event_notice.show(turn, found.row, found.step, count, [[go], [quiet, event_lines.back_button(t, draft)]])


def tell(turn: Turn, notice: Notice | None) -> int:
    """Tell those who know of a gathering that it changed. Returns how many messages go out."""
    if notice is None:
        return 0
    zone = turn.services.settings.zone
    return changes.announce(turn.session, [notice], EventMessages(zone).notice, turn.now, zone)


def say_draft(turn: Turn, draft: EventDraft) -> None:
    """Show a draft in a message of its own. What it asks, a reply to it answers."""
    found = event_view.look(turn, draft)
    draft.asked = _asked(found.lacks)
    draft.row_id, draft.message_id = turn.say_html(*event_view.view(turn, found, here(turn))), None


def show_draft(turn: Turn, draft: EventDraft) -> None:
    """The pressed message becomes the draft."""
    found = event_view.look(turn, draft)
    draft.asked = _asked(found.lacks)
    turn.replace_html(*event_view.view(turn, found, here(turn)))
    draft.message_id = turn.pressed_id or draft.message_id


def refresh(turn: Turn, draft: EventDraft) -> None:
    """The message that shows the draft follows, without a sound."""
    found = event_view.look(turn, draft)
    draft.asked = _asked(found.lacks)
    payload = text_payload(*event_view.view(turn, found, here(turn)))
    if draft.message_id is not None:
        turn.send(turn.chat.id, "editMessageText", payload | {"message_id": draft.message_id})
    else:
        turn.send(turn.chat.id, "editMessageText", payload, target_id=draft.row_id)


def take(turn: Turn, draft_id: int) -> EventDraft | None:
    """The draft, when something can still be done with it; else whoever pressed hears that it cannot."""
    draft = event_drafts.take(turn.session, draft_id)
    if draft is None:
        turn.toast("button-outdated")
    return draft


def here(turn: Turn) -> region.Region:
    """The network's municipalities and themes."""
    return region.load(turn.services.settings.events.region)


def offsets(turn: Turn) -> tuple[int, ...]:
    """When reminders go out, in minutes before."""
    return turn.services.settings.events.reminders_minutes_before


def change_rows(turn: Turn, row: Occurrence) -> Rows:
    """[ Wijzig ] [ Gelast af ], below a gathering."""
    change_it = Button(turn.t.plain("event-change-button"), ChangeEvent(row.id))
    return [[change_it, Button(turn.t.plain("event-off-button"), AskSwitch(row.id, 0))]]


def _add(turn: Turn, found: event_view.Looked, as_news: bool) -> None:
    assert found.one is not None
    row = by_hand.add(turn.session, found.one, found.reading.capacity, here(turn), offsets(turn), turn.now)
    event_drafts.done(found.draft, row.id)
    t, zone = turn.t, turn.services.settings.zone
    first = reminders.first_of(turn.session, row.id)
    lines = [t("event-put", name=staff(turn).name), t("event-what", what=row.title)]
    lines.append(EventMessages(zone).about(t, row, turn.now))
    if first is None:
        lines.append(t("event-no-reminder-left"))
    else:
        moment = when.moment(first.astimezone(zone).replace(tzinfo=None), t.language, turn.now.date())
        lines.append(t("event-first-reminder", when=moment))
    turn.replace_html("\n".join(lines), change_rows(turn, row))
    if as_news:
        event_news.begin(turn, row, here(turn))


def _change(turn: Turn, found: event_view.Looked, row: Occurrence, with_message: bool) -> None:
    assert found.one is not None
    changed = event_view.differences(turn, found, row)
    notice = by_hand.change(turn.session, row, found.one, here(turn), offsets(turn), turn.now)
    by_hand.close(row, found.one)
    back = notice if notice is not None and notice.kind == compare.BACK else None
    tell_promoted(turn, row, by_hand.fit(turn.session, row, found.reading.capacity, turn.now), back)
    count = tell(turn, notice) if with_message else 0
    event_drafts.done(found.draft, row.id)
    html = "\n".join([turn.t("event-changed", name=staff(turn).name, count=count), *changed])
    turn.replace_html(html, change_rows(turn, row))


def _asked(lacks: str | None) -> str | None:
    """What a reply without a label is taken for."""
    return "title" if lacks == "title" else None
