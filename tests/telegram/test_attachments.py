"""Files that go out with messages: the same promises as for words, and the same bytes travel once."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.demo.actors import Person
from storage import outbox
from storage.attachments import MOST_PHOTO_BYTES, Attachment, AttachmentRow
from storage.outbox import Draft
from tests.telegram.edge import Edge, message

CALENDAR = Attachment("avond.ics", "text/calendar", b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n")
# The smallest picture there is: one pixel.
PIXEL = Attachment(
    "punt.png",
    "image/png",
    bytes.fromhex(
        "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63606060000000040001f61738550000000049454e44ae426082"
    ),
    as_photo=True,
)


async def say(edge: Edge, to: Person, file: Attachment, caption: str = "", **fields: object) -> Draft:
    """Say a file in a transaction of its own, as a conversation does."""
    payload = {"caption": caption, "parse_mode": "HTML"} if caption else {}

    def put(session: Session) -> Draft:
        draft = outbox.attached(session, to.chat_id, file, payload, edge.clock.now(), **fields)
        outbox.enqueue(session, draft)
        return draft

    return await edge.db.write(put)


def received(edge: Edge, file_id: str) -> bytes:
    files = edge.server.world.files
    return files.read(files.by_id[file_id])


async def kept(edge: Edge) -> list[AttachmentRow]:
    return await edge.db.read(lambda s: list(s.scalars(select(AttachmentRow))))


async def test_a_file_and_a_picture_arrive_as_they_were(edge: Edge) -> None:
    joke = edge.person()
    await say(edge, joke, CALENDAR, "Voor je <b>agenda</b> & telefoon: 3 &lt; 4")
    await say(edge, joke, PIXEL)
    await edge.all_sent()
    file, picture = [m for m in await joke.messages() if m["from"]["is_bot"]]
    assert file["caption"] == "Voor je agenda & telefoon: 3 < 4"
    assert file["caption_entities"][0]["type"] == "bold"
    assert (file["document"]["file_name"], file["document"]["mime_type"]) == ("avond.ics", "text/calendar")
    assert received(edge, file["document"]["file_id"]) == CALENDAR.data
    assert received(edge, picture["photo"][-1]["file_id"]) == PIXEL.data


async def test_the_same_bytes_travel_once(edge: Edge) -> None:
    joke, fatma = edge.person("Joke"), edge.person("Fatma")
    await say(edge, joke, CALENDAR)
    await edge.all_sent()
    await say(edge, fatma, CALENDAR)
    await say(edge, fatma, Attachment("anders.ics", "text/calendar", CALENDAR.data))
    await edge.all_sent()
    ids = [m["document"]["file_id"] for p in (joke, fatma) for m in await p.messages() if "document" in m]
    assert ids[0] == ids[1] != ids[2]  # a file keeps its name at Telegram, so another name is another file
    assert len(await kept(edge)) == 2
    assert len(edge.server.world.files.by_id) == 2


async def test_messages_around_a_file_keep_their_order(edge: Edge) -> None:
    joke = edge.person()

    def put(session: Session) -> None:
        outbox.enqueue(session, message(joke, "Eerst"))
        outbox.enqueue(session, outbox.attached(session, joke.chat_id, CALENDAR, {"caption": "Dan"}, edge.clock.now()))
        outbox.enqueue(session, message(joke, "Laatst"))

    await edge.db.write(put)
    await edge.all_sent()
    assert await edge.texts(joke) == ["Eerst", "Dan", "Laatst"]


@pytest.mark.parametrize("accepted", [False, True])
async def test_a_file_goes_again_after_a_broken_line(edge: Edge, accepted: bool) -> None:
    joke = edge.person()
    edge.server.faults.add("reset", method="sendDocument", accepted=accepted)
    await say(edge, joke, CALENDAR, "Kijk")
    [row] = await edge.all_sent()
    assert row.repeated and row.attempts == 2
    assert await edge.texts(joke) == ["Kijk"] * (2 if accepted else 1)


async def test_a_file_survives_a_restart(storage_url: str, edge: Edge) -> None:
    joke = edge.person()
    edge.server.faults.add("outage", seconds=30)
    await say(edge, joke, CALENDAR)
    await edge.until(lambda rows: rows[0].attempts >= 1)
    await edge.sender.stop(patience=0.2)
    await edge.db.write(lambda s: s.execute(outbox.update_rows(outbox.OutboxRow.id > 0, state=outbox.SENDING)))
    edge.server.faults.clear()
    edge.sender._flying.clear()  # another life of the program knows nothing of what was in flight
    await edge.sender.start(edge.db)
    await edge.all_sent()
    [file] = [m for m in await joke.messages() if "document" in m]
    assert received(edge, file["document"]["file_id"]) == CALENDAR.data


async def test_a_file_that_telegram_forgot_is_sent_again(edge: Edge) -> None:
    joke = edge.person()
    await say(edge, joke, CALENDAR)
    await edge.all_sent()
    edge.server.world.files.by_id.clear()
    await say(edge, joke, CALENDAR, "Weer")
    await edge.all_sent()
    [row] = await kept(edge)
    assert received(edge, str(row.file_id)) == CALENDAR.data
    assert await edge.texts(joke) == ["Weer"]


async def test_a_caption_that_cannot_be_parsed_goes_as_plain_text_with_its_file(edge: Edge) -> None:
    joke = edge.person()
    await say(edge, joke, CALENDAR, "<b>niet dicht")
    await edge.all_sent()
    assert await edge.texts(joke) == ["niet dicht"]
    assert [m["document"]["file_name"] for m in await joke.messages() if "document" in m] == ["avond.ics"]


async def test_a_picture_takes_the_place_of_another(edge: Edge) -> None:
    joke = edge.person()
    said = await say(edge, joke, PIXEL, "Week 48")
    await edge.all_sent()
    other = Attachment("week.png", "image/png", PIXEL.data + b"\0", as_photo=True)

    def change(session: Session) -> None:
        outbox.enqueue(
            session,
            outbox.attached_edit(session, joke.chat_id, other, {"caption": "Week 49"}, {}, edge.clock.now(), said.id),
        )

    await edge.db.write(change)
    await edge.all_sent()
    [picture] = [m for m in await joke.messages() if m["from"]["is_bot"]]
    assert picture["caption"] == "Week 49"
    assert received(edge, picture["photo"][-1]["file_id"]) == other.data


async def test_old_files_go_but_not_while_someone_waits_for_them(edge: Edge) -> None:
    joke, fatma = edge.person("Joke"), edge.person("Fatma")
    now = edge.clock.now()
    await say(edge, joke, CALENDAR)
    await edge.all_sent()
    await say(edge, fatma, PIXEL, not_before=now + timedelta(days=40))
    assert await edge.db.write(outbox.forget_attachments, now - timedelta(days=1)) == 0
    assert await edge.db.write(outbox.forget_attachments, now + timedelta(days=1)) == 1
    assert [f.name for f in await kept(edge)] == ["punt.png"]


async def test_who_is_erased_takes_their_files_along(edge: Edge) -> None:
    joke, fatma = edge.person("Joke"), edge.person("Fatma")
    await say(edge, joke, PIXEL)
    await say(edge, joke, CALENDAR)
    await say(edge, fatma, CALENDAR)
    await edge.all_sent()
    assert await edge.db.write(outbox.forget_attachments_of, outbox.OutboxRow.chat_id == joke.chat_id) == 1
    assert [f.name for f in await kept(edge)] == ["avond.ics"]


async def test_a_file_that_is_gone_is_a_dead_letter(edge: Edge) -> None:
    joke = edge.person()
    draft = await say(edge, joke, CALENDAR, not_before=edge.clock.now() + timedelta(seconds=1))
    await edge.db.write(outbox.forget_attachments_of, outbox.OutboxRow.chat_id == joke.chat_id)
    await edge.until(lambda rows: rows[0].state == outbox.DEAD)
    assert (await edge.row(draft)).attempts == 1


@pytest.mark.parametrize(
    ("media_type", "size", "as_photo"),
    [("text/plain", 0, False), ("image/png", MOST_PHOTO_BYTES + 1, True), ("image/gif", 10, True)],
)
def test_what_telegram_does_not_take_is_refused_at_once(media_type: str, size: int, as_photo: bool) -> None:
    with pytest.raises(ValueError, match="x is"):
        Attachment("x", media_type, b"x" * size, as_photo)
