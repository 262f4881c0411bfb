"""What can be news, and what cannot: too long, empty, or with marks that Telegram would not take."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, cast

import pytest
from sqlalchemy.orm import Session
from telegram import Message

from handlers.agenda.news_content import Unsendable, content

NOBODY = cast(Session, None)  # only an album looks in the database


def message(**fields: Any) -> Message:
    """A message of staff as Telegram gives it."""
    plain = {"message_id": 1, "date": int(datetime(2026, 12, 3, tzinfo=UTC).timestamp())}
    found = Message.de_json({**plain, "chat": {"id": -1, "type": "supergroup"}, **fields}, None)
    assert found is not None
    return found


PHOTO = [{"file_id": "a", "file_unique_id": "b", "width": 1, "height": 1}]


@pytest.mark.parametrize(
    ("fields", "why", "values"),
    [
        ({"text": "x" * 4097}, "news-too-long", {"length": 4097, "most": 4096}),
        ({"text": "🙂" * 2049}, "news-too-long", {"length": 4098, "most": 4096}),
        ({"photo": PHOTO, "caption": "x" * 1025}, "news-caption-too-long", {"length": 1025, "most": 1024}),
        ({"new_chat_title": "Helpdesk"}, "news-unsendable", {}),
        ({}, "news-unsendable", {}),
    ],
)
def test_what_cannot_be_news_says_why(fields: dict[str, Any], why: str, values: dict[str, int]) -> None:
    with pytest.raises(Unsendable) as refused:
        content(NOBODY, message(**fields))
    assert (refused.value.text, refused.value.values) == (why, values)


def test_marks_go_along_as_they_were_also_when_they_make_no_sense() -> None:
    """Telegram itself says what it does not take, at the preview: nothing was sent then."""
    marks = [{"type": "bold", "offset": 0, "length": 3}, {"type": "italic", "offset": 2, "length": 99}]
    found = content(NOBODY, message(text="Kom", entities=marks))
    assert found.payload == {"text": "Kom", "entities": marks}
