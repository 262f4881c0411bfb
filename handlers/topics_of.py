"""Replies in a forum: there, every message carries the topic's first message as if it were a reply to it."""

from __future__ import annotations

from telegram import Message
from telegram.ext.filters import MessageFilter


def replied_to(message: Message) -> Message | None:
    """The message that this one answers; None for one that only lies in a topic."""
    reply = message.reply_to_message
    if reply is None or reply.forum_topic_created is not None:
        return None
    if message.is_topic_message and reply.message_id == message.message_thread_id:
        return None
    return reply


class Reply(MessageFilter):
    """Messages that answer another one."""

    def filter(self, message: Message) -> bool:
        return replied_to(message) is not None
