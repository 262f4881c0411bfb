"""One turn of a conversation: what came in, who it is from, and how to respond, inside one transaction.

A handler is a plain function `f(turn)` or `f(turn, press)`. Everything it says goes to the outbox and leaves after the
commit; what it changes, what it says and the fact that the update was handled are one commit.
"""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session
from telegram import Chat, Message, Update, User

from bot import people
from bot.people import Person
from bot.texts import Texts, parts, texts
from bot.texts.render import Html, Value
from handlers.presses import Button, Rows, keyboard
from handlers.services import Services
from storage import outbox
from storage.attachments import Attachment
from storage.outbox import Draft, Priority
from storage.people import Member


@dataclass(frozen=True, slots=True)
class DirectCall:
    """A call that may be lost: the answer to a button press, "typing…". Made after the commit."""

    method: str
    params: dict[str, Any]


# Work for after the commit that may be lost: whoever needs it for certain finds it in the database.
Afterwards = Callable[[], Coroutine[Any, Any, None]]


@dataclass
class Turn:
    """See the module. `now` is in UTC."""

    session: Session
    services: Services
    update: Update
    now: datetime
    typed: str | None = None  # the label, when a button was typed instead of pressed
    calls: list[DirectCall] = field(default_factory=list)
    afterwards: list[Afterwards] = field(default_factory=list)
    _me: Person | None = None
    _toasted: bool = False

    # who and where

    @property
    def user(self) -> User:
        """Who sent the message, pressed or edited. Raises LookupError for updates without a person."""
        if self.update.effective_user is None:
            raise LookupError("this update has no person")
        return self.update.effective_user

    @property
    def chat(self) -> Chat:
        """Where. Raises LookupError for updates without a chat."""
        if self.update.effective_chat is None:
            raise LookupError("this update has no chat")
        return self.update.effective_chat

    @property
    def message(self) -> Message:
        """The message that came in, or whose button was pressed. Raises LookupError when it is out of reach."""
        message = self.update.effective_message
        if message is None:
            raise LookupError("this update has no message")
        return message

    @property
    def pressed_id(self) -> int | None:
        """The message whose button was pressed, also when it is too old to be read; None when none was."""
        query = self.update.callback_query
        return query.message.message_id if query is not None and query.message is not None else None

    @property
    def pressed_captioned(self) -> bool:
        """Whether the pressed button is under a picture or a file, so that its words are a caption."""
        query = self.update.callback_query
        if query is None or not isinstance(query.message, Message):
            return False
        return bool(query.message.photo or query.message.document)

    @property
    def text(self) -> str:
        """What the person typed; empty for other messages."""
        return self.message.text or ""

    @property
    def me(self) -> Person:
        """The person as they were at the start of the turn; met for the first time, they are written down."""
        if self._me is None:
            user = self.user
            code, default = user.language_code, self.services.settings.locale.language
            self._me = people.meet(
                self.session, user.id, user.first_name, user.username, people.language(code, default), self.now
            )
        return self._me

    @property
    def member(self) -> Member:
        """The person's row, to change it. What `me` says stays as it was."""
        return self.session.get_one(Member, self.me.id)

    @property
    def in_staff_group(self) -> bool:
        """Whether this happens in the staff group."""
        return self.chat.id == self.services.staff_chat()

    @property
    def t(self) -> Texts:
        """The texts in the person's language; in a group those of the network: there nobody is written down."""
        return texts(self.me.language if self.chat.type == Chat.PRIVATE else self.services.settings.locale.language)

    # respond

    def say(self, name: str, /, rows: Rows | None = None, **values: Value) -> int:
        """Say a text here. Returns the outbox row's id."""
        return self.say_html(self.t(name, **values), rows)

    def say_file(
        self, file: Attachment, html: str = "", rows: Rows | None = None, purpose: str | None = None, **fields: Any
    ) -> int:
        """Say a file here, `html` below it; what is too long for that goes before it. `fields`: of Draft.

        Returns the outbox row's id.
        """
        if parts.length(html) > parts.CAPTION:
            self.say_html(html)
            html = ""
        payload: dict[str, Any] = {"caption": str(html), "parse_mode": "HTML"} if html else {}
        if rows is not None:
            payload["reply_markup"] = keyboard(rows)
        payload |= self._topic()
        draft = outbox.attached(self.session, self.chat.id, file, payload, self.now, purpose=purpose, **fields)
        row = outbox.enqueue(self.session, draft)
        self._keep_buttons(rows, row)
        return row

    def say_html(
        self,
        html: str,
        rows: Rows | None = None,
        purpose: str | None = None,
        ref: int | None = None,
        not_before: datetime | None = None,
        **params: Any,
    ) -> int:
        """Say Telegram HTML here, in the same topic. `not_before`: it waits so long. Returns the outbox row's id.

        What is too long goes in several messages: the buttons under the last, whose row's id is returned.
        """
        *before, last = parts.split(html) or [Html(html)]
        for part in before:
            self.send(self.chat.id, "sendMessage", text_payload(part) | self._topic() | params, not_before=not_before)
            params.pop("reply_parameters", None)
        payload = text_payload(last, rows) | self._topic() | params
        row = self.send(self.chat.id, "sendMessage", payload, purpose=purpose, ref=ref, not_before=not_before)
        self._keep_buttons(rows, row)
        return row

    def say_media(self, method: str, payload: dict[str, Any], rows: Rows | None, purpose: str) -> int:
        """Say something with a picture or a voice here (`method` as "sendPhoto"). Returns the outbox row's id."""
        keys = {"reply_markup": keyboard(rows)} if rows is not None else {}
        row = self.send(self.chat.id, method, payload | keys | self._topic(), purpose=purpose)
        self._keep_buttons(rows, row)
        return row

    def _topic(self) -> dict[str, Any]:
        message = self.update.effective_message
        in_topic = message is not None and message.is_topic_message
        return {"message_thread_id": message.message_thread_id} if message is not None and in_topic else {}

    def replace(self, name: str, /, rows: Rows | None = None, **values: Value) -> int:
        """The pressed message becomes this text. Was the button typed, then it is said anew."""
        return self.replace_html(self.t(name, **values), rows)

    def replace_html(self, html: str, rows: Rows | None = None) -> int:
        """As `replace`, with Telegram HTML. What is too long goes on in new messages below it."""
        if self.typed is not None or self.update.callback_query is None:
            return self.say_html(html, rows)
        if self.chat.type == Chat.PRIVATE and self.recall("unsure"):
            self.remember(unsure=None)  # it was used: what comes next is a new question
        if self.pressed_captioned:
            return self._replace_caption(html, rows)
        first, *more = parts.split(html) or [Html(html)]
        payload = text_payload(first, [] if more else rows or []) | {"message_id": self.pressed_id}
        row = self.send(self.chat.id, "editMessageText", payload)
        if more:
            return self.say_html("\n\n".join(more), rows)
        self._keep_buttons(rows, row, self.pressed_id)
        return row

    def _replace_caption(self, html: str, rows: Rows | None) -> int:
        """The words below the pressed picture change; what does not fit there is said below it."""
        if parts.length(html) > parts.CAPTION:
            self.rebutton([])
            return self.say_html(html, rows)
        payload = {"caption": str(html), "parse_mode": "HTML", "reply_markup": keyboard(rows or [])}
        row = self.send(self.chat.id, "editMessageCaption", payload | {"message_id": self.pressed_id})
        self._keep_buttons(rows, row, self.pressed_id)
        return row

    def rebutton(self, rows: Rows) -> None:
        """The pressed message gets other buttons, its text stays. Was the button typed, then nothing changes."""
        if self.typed is not None or self.update.callback_query is None:
            return
        payload = {"message_id": self.pressed_id, "reply_markup": keyboard(rows)}
        row = self.send(self.chat.id, "editMessageReplyMarkup", payload)
        self._keep_buttons(rows, row, self.pressed_id)

    def toast(self, name: str, /, **values: Value) -> None:
        """The short notice on top of the screen, when a button was pressed. What counts is said in a message too."""
        if self.update.callback_query is not None and self.typed is None:
            self._toasted = True
            params = {"callback_query_id": self.update.callback_query.id, "text": self.t.plain(name, **values)}
            self.calls.append(DirectCall("answerCallbackQuery", params))

    def react(self, emoji: str) -> None:
        """Put a reaction on the message that came in: 👌 is "passed on"."""
        self.send(self.chat.id, "setMessageReaction", reaction(emoji) | {"message_id": self.message.message_id})

    def send(
        self,
        chat_id: int,
        method: str,
        payload: dict[str, Any],
        priority: Priority = Priority.LIVE,
        **fields: Any,
    ) -> int:
        """Any call to Telegram, to anyone, through the outbox (see storage.outbox.Draft). Returns the row's id."""
        return outbox.enqueue(self.session, Draft(chat_id, method, payload, priority=priority, **fields))

    def then(self, work: Afterwards) -> None:
        """Do this on the event loop once what the turn changed is committed."""
        self.afterwards.append(work)

    # the conversation's state, kept with the person

    def expect(self, what: str | None, **details: Any) -> None:
        """What the next message of this person is taken for (see handlers.private); None: nothing special."""
        self.remember(expects={"what": what, "at": self.now.isoformat(), **details} if what else None)

    def expected(self) -> dict[str, Any] | None:
        """What `expect` was told last."""
        found: dict[str, Any] | None = self.recall("expects")
        return found

    def remember(self, **parts: Any) -> None:
        """Keep parts of where the conversation stands: JSON values."""
        self._me = replace(self.me, dialog={**self.me.dialog, **parts})
        people.keep_dialog(self.session, self._me.id, self._me.dialog)

    def speak(self, language: str) -> None:
        """From here on the person is spoken to in this language."""
        self.member.language = language
        self._me = replace(self.me, language=language)

    def has_ticket(self) -> None:
        """From here on a question of this person is open at the desk."""
        self._me = replace(self.me, has_ticket=True)

    def recall(self, part: str) -> Any:
        """A part that `remember` kept; None when there is none."""
        return self.me.dialog.get(part)

    def _keep_buttons(self, rows: Rows | None, row: int, message_id: int | None = None) -> None:
        """Keep the buttons of the last message that has some, so that they can be typed."""
        if self.chat.type != Chat.PRIVATE or not rows:
            return
        buttons = [[b.label, str(b.press)] for line in rows for b in line if b.press is not None]
        self.remember(buttons=buttons, row=row, message_id=message_id)

    def finish(self) -> list[DirectCall]:
        """The calls to make after the commit. A press without a toast is answered too: the spinner must stop."""
        if self.update.callback_query is not None and not self._toasted:
            self.calls.append(DirectCall("answerCallbackQuery", {"callback_query_id": self.update.callback_query.id}))
        return self.calls


def text_payload(html: str, rows: Rows | None = None) -> dict[str, Any]:
    """The parameters of a message. `rows` None: no keyboard; empty: take it away."""
    payload: dict[str, Any] = {"text": str(html), "parse_mode": "HTML", "link_preview_options": {"is_disabled": True}}
    if rows is not None:
        payload["reply_markup"] = keyboard(rows)
    return payload


def reaction(emoji: str) -> dict[str, Any]:
    """The parameters of setMessageReaction but the message."""
    return {"reaction": [{"type": "emoji", "emoji": emoji}]}


__all__ = ["Attachment", "Button", "DirectCall", "Html", "Priority", "Rows", "Turn", "reaction", "text_payload"]
