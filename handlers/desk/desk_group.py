"""How the bot speaks in the staff group about a ticket: in its topic, or in a plain group as replies to its card."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from bot.desk import albums, alike, messages, tickets
from bot.desk.messages import CARD, Origin
from bot.desk.tickets import TicketView
from bot.texts import Texts, texts, when
from bot.texts.render import Html, Value
from handlers.desk import alike_card, card_tools, crisis_card, desk_card, note_lines, topic_icons
from handlers.desk.desk_card import who
from handlers.desk.desk_content import Content
from handlers.desk.desk_passing import Change, aim, calls
from handlers.presses import Rows
from handlers.services import Services
from handlers.turn import Turn, reaction, text_payload
from storage import outbox, sending
from storage.desk import IN
from storage.outbox import Draft, Priority
from storage.topics import Topic

# Purposes of outbox rows: what they are for, so that handlers.desk.delivery hears how they end. `ref` is the ticket.
TOPIC, SHOWN_CARD, CARD_EDIT, PASSED, NOTICE = "topic", "card", "card-edit", "passed", "desk-notice"
OK = "👌"
# Telegram's links to messages name a supergroup by its id without this prefix; other groups have no links.
SUPERGROUP = "-100"
# Methods that make a message, and so can be a reply or be silent.
SENDING = ("send", "copy")


@dataclass(frozen=True, slots=True)
class StaffGroup:
    """The staff group, inside one transaction. `now` is in UTC."""

    session: Session
    services: Services
    now: datetime

    @classmethod
    def of(cls, turn: Turn) -> StaffGroup:
        """The staff group in this turn's transaction."""
        return cls(turn.session, turn.services, turn.now)

    @property
    def t(self) -> Texts:
        """The network's texts."""
        return texts(self.services.settings.locale.language)

    def clock(self) -> str:
        """The time of day now, to show."""
        return when.clock(self.now.astimezone(self.services.settings.zone), self.t.language)

    def open(self, ticket: TicketView, origin: tuple[int, int] | None) -> TicketView:
        """Make the ticket's topic (in a forum) and card. `origin`: chat and id of the message that holds the question.

        Returns the ticket with where they are.
        """
        alike.link(self.session, ticket, self.services.rulers)
        return self.place(ticket, origin)

    def place(self, ticket: TicketView, origin: tuple[int, int] | None = None) -> TicketView:
        """Give the ticket a topic (in a forum) and a card. Returns it with where they are."""
        if self.services.forum:
            name, icon = desk_card.topic_name(self.t, ticket), self._icon(ticket)
            topic = Topic(chat_id=self.services.staff_chat(), name=name, icon=icon)
            self.session.add(topic)
            self.session.flush()
            ticket = replace(ticket, topic_id=topic.id)
            shown = {"icon_custom_emoji_id": icon} if icon is not None else {}
            self.call(ticket, "createForumTopic", {"name": name, **shown}, purpose=TOPIC)
        return self.deal(ticket, origin)

    def deal(self, ticket: TicketView, origin: tuple[int, int] | None = None) -> TicketView:
        """Put a (new) card in the group, silently when nobody is there. Returns the ticket with where it is."""
        sound = ticket.urgent is not None or self.services.hours.is_open(self.now)
        card = self.call(ticket, "sendMessage", self._card(ticket), sound, purpose=SHOWN_CARD)
        chat_id, message_id = origin or (self.services.staff_chat(), messages.NO_MESSAGE)
        said = Origin(ticket.id, IN, CARD, chat_id, message_id, ticket.text, ticket.name)
        messages.pair(self.session, said, self.now, card)
        tickets.put(self.session, ticket.id, topic_id=ticket.topic_id, card_id=card)
        ticket = replace(ticket, card_id=card)
        if desk_card.is_cut(ticket):
            whole = Content("text", chat_id, (message_id,), ticket.text)
            self.pass_in(ticket, whole, sound=False)
        return ticket

    def refresh(self, ticket: TicketView, before: TicketView | None = None) -> None:
        """The card and the topic show the ticket as it is now. `before`: as it was, when a step was taken."""
        self._edit_card(ticket, self._card(ticket))
        if ticket.topic_id is not None:
            self._refresh_topic(ticket, ticket.topic_id, was_open=(before or ticket).is_open)

    def show(self, ticket: TicketView, html: Html, rows: Rows) -> None:
        """The card shows something else for a while: a preview, a question."""
        self._edit_card(ticket, text_payload(html, rows))

    def card_html(self, ticket: TicketView) -> Html:
        """The card's text as it is now, with the notes of staff."""
        return note_lines.added(self, ticket, self._card_html(ticket))

    def _card_html(self, ticket: TicketView) -> Html:
        if ticket.urgent is not None:
            given = self.services.crisis.numbers
            return crisis_card.card_html(self.t, ticket, self.services.settings.zone, given)
        entry = self.services.knowledge.entry(ticket.bot_gave) if ticket.bot_gave else None
        earlier = tickets.earlier(self.session, ticket)
        place = tickets.place(self.session, ticket.member_id)
        zone = self.services.settings.zone
        gave, like = entry.question if entry else None, alike_card.line(self, ticket)
        return desk_card.card_html(self.t, ticket, zone, earlier, place, gave, like)

    def say(
        self,
        ticket: TicketView,
        name: str,
        /,
        rows: Rows | None = None,
        reply_to: int | None = None,
        sound: bool = False,
        key: str | None = None,
        **values: Value,
    ) -> int:
        """Say something about a ticket. `reply_to`: a message of staff; without `sound` it comes in silently;
        `key`: see messages.said_before."""
        payload = text_payload(self.t(name, **values), rows)
        if reply_to:
            payload["reply_parameters"] = _reply(reply_to)
        return self.call(ticket, "sendMessage", payload, sound, purpose=NOTICE, key=key)

    def pass_in(
        self,
        ticket: TicketView,
        what: Content,
        sound: bool,
        replied: dict[str, Any] | None = None,
        about: str | None = None,
    ) -> None:
        """Show staff what the asker sent. `replied`: what it is a reply to (reply_parameters); `about`: in words."""
        reply = {"reply_parameters": replied} if replied else {}
        head = self.copy_head(ticket)
        head = Html(f"{head}\n{self.t('talk-about', text=about)}") if about else head
        for position, call in enumerate(calls(what, head)):
            key = album_key(self.session, what) if call.method == "copyMessages" else None
            payload = call.payload if call.method == "copyMessages" else call.payload | reply
            row = self._passed(ticket, call.method, payload, sound, key)
            for message_id in what.message_ids:
                self.pair_in(ticket, what, message_id, row, position, call.kind)
            sound = False

    def pair_in(
        self, ticket: TicketView, what: Content, message_id: int, row: int, position: int = 0, kind: str = ""
    ) -> None:
        """Remember which row shows this message of the asker to staff."""
        said = Origin(ticket.id, IN, kind or what.kind, what.chat_id, message_id, what.html, ticket.name, what.file)
        messages.pair(self.session, said, self.now, row, position)

    def change(self, ticket: TicketView, change: Change, what: Content) -> None:
        """A copy of what the asker sent follows their edit."""
        if change.pair is None:
            row = self._passed(ticket, change.method, change.payload, sound=False, key=None)
            return self.pair_in(ticket, what, what.message_ids[0], row)
        fields = aim(self.session, change, what)
        if fields is not None:
            self.call(ticket, change.method, purpose=NOTICE, **fields)
        messages.change_text(self.session, change.pair, what.html, what.file)

    def copy_head(self, ticket: TicketView) -> Html:
        """The line above what the asker sent. In a plain group it names the ticket too."""
        if ticket.topic_id is not None:
            return self.t("staff-copy-head", name=who(ticket.name))
        return self.t("staff-copy-head-plain", name=who(ticket.name), number=str(ticket.id))

    def address(self, ticket: TicketView) -> str | None:
        """A link to the ticket's card; None where Telegram has no links, or the card is not in today's group (yet)."""
        chat_id = self.services.staff_chat()
        chat = str(chat_id)
        card = messages.by_note(self.session, ticket.id, ticket.card_id) if ticket.card_id is not None else None
        if not chat.startswith(SUPERGROUP) or card is None or card.copy_chat_id != chat_id:
            return None
        topic = self.session.get(Topic, ticket.topic_id) if ticket.topic_id is not None else None
        thread = f"{topic.thread_id}/" if topic is not None and topic.thread_id is not None else ""
        return f"https://t.me/c/{chat.removeprefix(SUPERGROUP)}/{thread}{card.copy_message_id}"

    def react(self, chat_id: int, message_id: int) -> None:
        """👌 on a message of staff: delivered."""
        payload = reaction(OK) | {"message_id": message_id}
        outbox.enqueue(self.session, Draft(chat_id, "setMessageReaction", payload, priority=Priority.STAFF))

    def call(self, ticket: TicketView, method: str, payload: dict[str, Any], sound: bool = True, **fields: Any) -> int:
        """Any call about a ticket in the staff group. Returns the outbox row's id.

        A busy group gets only 20 messages a minute: of several changes of one thing only the newest leaves. What
        belongs to a new question leaves after its topic and card: it goes in line with them.
        """
        payload = dict(payload)
        if method.startswith(SENDING):
            if ticket.topic_id is None and "reply_parameters" not in payload and method != "copyMessages":
                payload |= self._reply_to_card(ticket)
            if not sound:
                payload["disable_notification"] = True
        whole: dict[str, Any] = {"purpose": NOTICE, "ref": ticket.id, "topic_id": ticket.topic_id, **fields}
        whole.setdefault("priority", self._priority(ticket, method, whole["purpose"]))
        draft = Draft(self.services.staff_chat(), method, payload, **whole)
        if method == "editForumTopic" or (method.startswith("edit") and draft.target_id is not None):
            return outbox.overtake(self.session, draft)
        return outbox.enqueue(self.session, draft)

    def _passed(self, ticket: TicketView, method: str, payload: dict[str, Any], sound: bool, key: str | None) -> int:
        fields: dict[str, Any] = {"key": key, "not_before": self.now + albums.WAIT} if key else {}
        return self.call(ticket, method, payload, sound, purpose=PASSED, **fields)

    def _card(self, ticket: TicketView) -> dict[str, Any]:
        rows = crisis_card.card_rows if ticket.urgent is not None else desk_card.card_rows
        return text_payload(
            self.card_html(ticket),
            rows(self.t, ticket) + alike_card.button(self, ticket) + card_tools.rows(self, ticket),
        )

    def _edit_card(self, ticket: TicketView, payload: dict[str, Any]) -> None:
        if ticket.card_id is None or messages.chat_of(self.session, ticket.card_id) not in (
            self.services.staff_chat(),
            None,
        ):
            return  # a message with that number in today's group is another one
        if messages.state_of(self.session, ticket.card_id) == outbox.HELD:
            return sending.replace_payload(self.session, ticket.card_id, payload)
        self.call(ticket, "editMessageText", payload, purpose=CARD_EDIT, target_id=ticket.card_id)

    def _refresh_topic(self, ticket: TicketView, topic_id: int, was_open: bool) -> None:
        topic = self.session.get_one(Topic, topic_id)
        name, icon = desk_card.topic_name(self.t, ticket), self._icon(ticket)
        if ticket.is_open and not was_open:
            self.call(ticket, "reopenForumTopic", {}, purpose=TOPIC)
        if topic.name != name or icon not in (None, topic.icon):
            shown = {"icon_custom_emoji_id": icon} if icon is not None else {}
            topic.name, topic.icon = name, icon or topic.icon
            self.call(ticket, "editForumTopic", {"name": name, **shown}, purpose=TOPIC)
        if was_open and not ticket.is_open:
            self.call(ticket, "closeForumTopic", {}, purpose=TOPIC)

    def _priority(self, ticket: TicketView, method: str, purpose: str) -> Priority:
        """New questions go first, with all that is for a topic still to be made; changes of what is there go last."""
        topic = self.session.get(Topic, ticket.topic_id) if ticket.topic_id is not None else None
        if purpose == SHOWN_CARD or (topic is not None and topic.thread_id is None):
            return Priority.CARD
        return Priority.STAFF if method.startswith(SENDING) else Priority.QUIET

    def _icon(self, ticket: TicketView) -> str | None:
        return topic_icons.icon(ticket, self.services.topic_icons)

    def _reply_to_card(self, ticket: TicketView) -> dict[str, Any]:
        card = messages.by_note(self.session, ticket.id, ticket.card_id) if ticket.card_id else None
        if card is None or card.copy_message_id is None or card.copy_chat_id != self.services.staff_chat():
            return {}
        return {"reply_parameters": _reply(card.copy_message_id)}


def album_key(session: Session, what: Content) -> str | None:
    """The outbox key under which this album's parts meet; for a part that comes too late, one of its own."""
    if what.album is None:
        return None
    key = albums.key(what.chat_id, what.album)
    return f"{key}:{what.message_ids[0]}" if messages.said_before(session, key) else key


def _reply(message_id: int) -> dict[str, Any]:
    return {"message_id": message_id, "allow_sending_without_reply": True}
