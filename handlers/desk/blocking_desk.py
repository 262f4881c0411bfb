"""/blokkeer and /geblokkeerd: coordinators keep someone from people, and let them back (conversation 11)."""

from __future__ import annotations

from dataclasses import dataclass

from bot.desk import blocking, tickets
from bot.desk.blocking import REASONS, Blocked
from bot.desk.names import cut
from bot.desk.tickets import TicketView
from bot.texts import texts, when
from bot.texts.render import Html
from handlers.asker import blocked
from handlers.desk import desk_notes
from handlers.desk.desk_answers import staff
from handlers.desk.desk_card import who
from handlers.desk.desk_group import StaffGroup
from handlers.desk.this_ticket import this_ticket
from handlers.desk.ticket_presses import AskBlock
from handlers.front import Front
from handlers.presses import Button, Press
from handlers.turn import Turn, text_payload
from storage.desk import Ticket
from storage.people import Member

A_PAGE = 5
LONGEST_WORDS = 100


@dataclass(frozen=True)
class BlockNow(Press, prefix="block"):
    """[ Reclame ] [ Schelden ] [ Iets anders ]"""

    ticket: int
    reason: str


@dataclass(frozen=True)
class DoNotBlock(Press, prefix="block-not"):
    """[ Niet doen ]"""


@dataclass(frozen=True)
class Unblock(Press, prefix="unblock"):
    """[ Deblokkeer ]"""

    member: int


@dataclass(frozen=True)
class BlockedPage(Press, prefix="blocked"):
    """A page, from 0, of /geblokkeerd."""

    page: int


def register(front: Front) -> None:
    """All of it is for coordinators."""
    for name in ("blokkeer", "block"):
        front.staff_command(name, ask_named, coordinator=True)
    for name in ("geblokkeerd", "blocked"):
        front.staff_command(name, lambda turn: show(turn, 0), coordinator=True)
    front.press(AskBlock, ask, coordinator=True)
    front.press(BlockNow, block_now, coordinator=True)
    front.press(DoNotBlock, do_not_block, coordinator=True)
    front.press(Unblock, unblock, coordinator=True)
    front.press(BlockedPage, lambda turn, press: show(turn, press.page), coordinator=True)


def ask_named(turn: Turn) -> None:
    """/blokkeer, as a reply to the card or to what the asker wrote, or in the ticket's topic."""
    ticket = this_ticket(turn)
    if ticket is None:
        turn.say("block-whom")
    elif ticket.member_id:
        _ask(turn, ticket)
    else:
        turn.say("block-gone")


def ask(turn: Turn, press: AskBlock) -> None:
    """[ Blokkeer ]"""
    ticket = tickets.find(turn.session, Ticket.id == press.ticket)
    if ticket is None or not ticket.member_id:
        return turn.toast("button-outdated")
    _ask(turn, ticket)


def block_now(turn: Turn, press: BlockNow) -> None:
    """The reason was chosen: it is done, and can be undone."""
    ticket = tickets.find(turn.session, Ticket.id == press.ticket)
    if ticket is None or not ticket.member_id or press.reason not in REASONS:
        return turn.toast("button-outdated")
    by, group = staff(turn), StaffGroup.of(turn)
    closed = blocking.block(turn.session, ticket.member_id, press.reason, by, turn.now)
    if closed is not None:
        for stepped in closed:
            group.refresh(stepped.ticket, stepped.before)
            desk_notes.refresh(group, stepped.ticket)
        _tell(turn, ticket.member_id, press.reason)
    blocking.shown(turn.session, ticket.member_id, turn.pressed_id)
    _show_blocked(turn, ticket, len(closed or []))


def do_not_block(turn: Turn, _press: DoNotBlock) -> None:
    """[ Niet doen ]"""
    turn.replace("block-not")


def explained(turn: Turn) -> bool:
    """Whether a message in the group is a reply to "Joke is geblokkeerd": then it says why, for staff only."""
    replied = turn.message.reply_to_message
    found = blocking.of_message(turn.session, replied.message_id) if replied is not None else None
    if found is None or not turn.text:
        return False
    blocking.explain(turn.session, found.member_id, turn.text)
    turn.react("👌")
    return True


def unblock(turn: Turn, press: Unblock) -> None:
    """[ Deblokkeer ]: they hear it too."""
    name = _name(turn, press.member)
    if not blocking.unblock(turn.session, press.member, staff(turn), turn.now):
        return turn.toast("block-not-blocked")
    member = turn.session.get(Member, press.member)
    if member is not None:
        turn.send(member.id, "sendMessage", text_payload(texts(member.language)("unblocked")))
    html = turn.t("block-lifted", name=name, by=who(staff(turn).name))
    turn.replace_html(html, [[Button(turn.t.plain("block-list-button"), BlockedPage(0))]])


def show(turn: Turn, page: int) -> None:
    """A page of /geblokkeerd; a page that is gone by now is the last one."""
    _, total = blocking.page(turn.session, 0, 0)
    if not total:
        turn.replace("block-none")
        return
    page = max(0, min(page, (total - 1) // A_PAGE))
    found, _ = blocking.page(turn.session, page * A_PAGE, A_PAGE)
    lines = [_line(turn, number, one) for number, one in enumerate(found, page * A_PAGE + 1)]
    buttons = [
        Button(turn.t.plain("block-lift-button", number=str(number)), Unblock(one.member_id))
        for number, one in enumerate(found, page * A_PAGE + 1)
    ]
    rows = [buttons[n : n + 2] for n in range(0, len(buttons), 2)]
    pages = [Button(turn.t.plain("queue-previous-button"), BlockedPage(page - 1))] if page else []
    if (page + 1) * A_PAGE < total:
        pages.append(Button(turn.t.plain("queue-next-button"), BlockedPage(page + 1)))
    title = turn.t("block-title", total=total)
    turn.replace_html(Html("\n".join([title, *lines])), [*rows, *([pages] if pages else [])])


def _ask(turn: Turn, ticket: TicketView) -> None:
    found = blocking.get(turn.session, ticket.member_id)
    if found is not None:
        turn.say_html(_said(turn, found), _undo(turn, ticket.member_id))
        return
    reasons = [
        Button(turn.t.plain("block-reason-button", reason=reason), BlockNow(ticket.id, reason)) for reason in REASONS
    ]
    stop = Button(turn.t.plain("block-stop-button"), DoNotBlock())
    turn.say("block-why", [reasons, [stop]], name=who(ticket.name))


def _show_blocked(turn: Turn, ticket: TicketView, closed: int) -> None:
    found = blocking.get(turn.session, ticket.member_id)
    assert found is not None
    html = Html(f"{_said(turn, found)}\n{turn.t('block-done', closed=closed)}")
    turn.replace_html(html, _undo(turn, ticket.member_id))


def _said(turn: Turn, found: Blocked) -> Html:
    return turn.t("block-said", name=who(found.name), reason=found.reason, by=who(found.by_name))


def _undo(turn: Turn, member_id: int) -> list[list[Button]]:
    return [[Button(turn.t.plain("block-undo-button"), Unblock(member_id))]]


def _tell(turn: Turn, member_id: int, reason: str) -> None:
    """They hear it at once, and not only when they need someone."""
    member = turn.session.get(Member, member_id)
    if member is not None:
        html = blocked.words(turn.services, texts(member.language), reason)
        turn.send(member_id, "sendMessage", text_payload(html))


def _line(turn: Turn, number: int, found: Blocked) -> Html:
    zone, t = turn.services.settings.zone, turn.t
    day = when.day(found.at.astimezone(zone).date(), t.language, turn.now.astimezone(zone).date())
    values = {"number": str(number), "name": who(found.name), "reason": found.reason, "by": who(found.by_name)}
    words = cut(found.words, LONGEST_WORDS) if found.words else "none"
    return t("block-line", **values, day=day, words=words)


def _name(turn: Turn, member_id: int) -> str:
    found = blocking.get(turn.session, member_id)
    return who(found.name if found is not None else None)
