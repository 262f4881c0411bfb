"""[ Maak nieuwe vraag ]: something the asker added is a question of its own (conversation 7)."""

from __future__ import annotations

from bot.desk import merging, messages
from bot.desk.messages import Pair
from bot.desk.names import clean, cut
from bot.desk.ticket import TicketView
from bot.texts import texts
from bot.texts.render import Html
from handlers.desk import desk_notes, more, staff_card
from handlers.desk.desk_answers import staff
from handlers.desk.desk_content import Content, plain
from handlers.desk.desk_group import StaffGroup
from handlers.desk.ticket_presses import Split, SplitOff
from handlers.front import Front
from handlers.presses import Button
from handlers.turn import Turn

# A message has at most six buttons, one of them goes back.
MOST = 5
LONGEST_LINE = 60


def register(front: Front) -> None:
    """The buttons."""
    front.press(Split, split, staff=True)
    front.press(SplitOff, split_off, staff=True)


def split(turn: Turn, press: Split) -> None:
    """The card asks which message: what the asker wrote last."""
    ticket = staff_card.open_one(turn, press.ticket)
    if ticket is None:
        return
    group = StaffGroup.of(turn)
    found = merging.splittable(turn.session, ticket.id, MOST)
    lines = [group.t("split-line", number=str(n), text=_shown(group, pair)) for n, pair in enumerate(found, 1)]
    buttons = [
        Button(group.t.plain("split-line-button", number=str(n)), SplitOff(ticket.id, pair.id))
        for n, pair in enumerate(found, 1)
    ]
    rows = [*(buttons[n : n + 3] for n in range(0, len(buttons), 3)), [more.back_to_menu(group.t, ticket)]]
    asked = group.t("split-which")
    group.show(ticket, Html("\n".join([group.card_html(ticket), "", f"<b>{asked}</b>", *lines])), rows)


def split_off(turn: Turn, press: SplitOff) -> None:
    """That message is a ticket of its own, free for anyone; its asker reads so, below their message."""
    ticket, pair = staff_card.open_one(turn, press.ticket), messages.get(turn.session, press.pair)
    if ticket is None:
        return
    made = None
    if pair is not None and pair.ticket_id == ticket.id:
        made = merging.split(turn.session, pair, plain(pair.text or ""), staff(turn), turn.now)
    if made is None or pair is None:
        turn.toast("split-gone")
        return split(turn, Split(ticket.id))
    group = StaffGroup.of(turn)
    made = group.open(made, (pair.chat_id, pair.message_id))
    if pair.kind != messages.TEXT:
        group.pass_in(made, Content(pair.kind, pair.chat_id, (pair.message_id,), loose=True), sound=False)
    group.refresh(ticket)
    group.say(ticket, "split-done", number=str(made.id), question=_shown(group, pair))
    _tell_asker(group, made)
    turn.toast("split-toast", number=str(made.id))


def _tell_asker(group: StaffGroup, ticket: TicketView) -> None:
    """From here on this message says where the question stands."""
    t = texts(ticket.language)
    html = t("split-told", subject=desk_notes.subject(t, ticket))
    desk_notes.start(group, ticket, html, desk_notes.note_rows(t, ticket))


def _shown(group: StaffGroup, pair: Pair) -> str:
    text = cut(clean(plain(pair.text or "")), LONGEST_LINE)
    return text or group.t.plain("staff-kind", kind=pair.kind)
