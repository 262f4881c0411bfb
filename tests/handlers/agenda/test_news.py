"""Staff send news: who gets it, seeing it first, sending it now or later, and stopping it (conversation 18)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy.orm import Session

from bot.demo.actors import Message, buttons, labels, words
from storage.agenda import Follow
from storage.people import Member
from tests.desk.scenes import heard, toasts
from tests.stage import Stage

SLOW = {"telegram.mode": "polling", "limits.messages_per_second": "2", "limits.jitter_seconds": "0"}


async def joined(stage: Stage, *names: str, **choices: Any) -> None:
    """These people want news. `choices`: places and themes (none: all), and columns of Member."""
    for name in names:
        person = getattr(stage, name)
        await person.says("/start")
        await person.waits_for("Hallo")
        await stage.helpdesk.db.write(_choose, person.id, dict(choices))


def _choose(session: Session, number: int, choices: dict[str, Any]) -> None:
    member = session.get_one(Member, number)
    places, themes = choices.pop("places", ()), choices.pop("themes", ())
    member.all_places, member.all_themes, member.news = not places, not themes, True
    member.quiet_from = member.quiet_until = None
    for name, value in choices.items():
        setattr(member, name, value)
    session.add_all([Follow(member_id=number, kind="place", value=p) for p in places])
    session.add_all([Follow(member_id=number, kind="theme", value=t) for t in themes])


async def previewed(stage: Stage, message: Message, people: str) -> Message:
    """The message is looked at as news; what stands below it."""
    await stage.sanne.replies(message, "/nieuws")
    await stage.sanne.waits_for(f"Wie krijgt dit? Nu: {people}.", after=message)
    await stage.sanne.presses("Bekijk voorbeeld")
    return await stage.sanne.waits_for(f"Zo komt het aan bij {people}.", after=message)


async def sent(stage: Stage, message: Message, people: str, button: str) -> Message:
    """It is sent, and the half minute is over."""
    under = await previewed(stage, message, people)
    await stage.sanne.presses(button, under)
    await stage.sanne.waits_for("Gaat uit over 30 tellen", after=message)
    stage.forward(timedelta(seconds=31))
    return under


async def test_news_is_seen_first_then_sent_after_half_a_minute(stage: Stage) -> None:
    await joined(stage, "joke", "fatma")
    message = await stage.sanne.says("Nieuw: een spreekuur in <Zeist>")
    await stage.sanne.replies(message, "/nieuws")
    asked = await stage.sanne.waits_for("Wie krijgt dit? Nu: 2 mensen.")
    assert words(asked).endswith("Gemeente: alle · Onderwerp: alle · Taal: alle")
    assert buttons(asked) == [["Gemeente", "Onderwerp", "Taal"], ["Bekijk voorbeeld", "Niet doen"]]
    await stage.sanne.presses("Bekijk voorbeeld")
    shown = await stage.sanne.waits_for("Nieuw: een spreekuur in <Zeist>", button="Stop meldingen")
    under = await stage.sanne.waits_for("Zo komt het aan bij 2 mensen.", after=shown)
    assert buttons(under) == [["Stuur aan 2", "Later sturen"], ["Terug", "Niet doen"]]
    await stage.sanne.presses("Stuur aan 2")
    await stage.sanne.waits_for("Gaat uit over 30 tellen naar 2 mensen.", button="Stop")
    assert not [m for m in await stage.joke.messages() if "spreekuur" in words(m)]
    stage.forward(timedelta(seconds=31))
    for person in (stage.joke, stage.fatma):
        news = await person.waits_for("Nieuw: een spreekuur in <Zeist>")
        assert labels(news) == ["Stop meldingen"]
    done = await stage.sanne.waits_for("Klaar: 2 bezorgd.")
    assert done["message_id"] == under["message_id"]


def another_page(before: list[str]) -> Callable[[list[Message]], Message | None]:
    """Finds the message with [ Volgende ] when its buttons are others than before."""

    def find(messages: list[Message]) -> Message | None:
        found = (m for m in messages if "Volgende" in labels(m) and labels(m) != before)
        return next(found, None)

    return find


async def test_it_goes_to_a_municipality_a_theme_and_a_language(stage: Stage) -> None:
    await joined(stage, "joke", places=["Zeist"], themes=["geld"])
    await joined(stage, "fatma", places=["Zeist"], themes=["wonen"])
    await joined(stage, "henk", places=["Zeist"], themes=["geld"], language="en")
    message = await stage.sanne.says("Subsidie in Zeist")
    await stage.sanne.replies(message, "/nieuws")
    await stage.sanne.waits_for("Nu: 3 mensen.")
    await stage.sanne.presses("Gemeente")
    for _ in range(3):
        shown = await stage.sanne.waits_for("Nu: 3 mensen.", button="Volgende")
        if "Zeist" in labels(shown):
            break
        await stage.sanne.presses("Volgende", shown)
        await stage.sanne.until(another_page(labels(shown)), "the next municipalities")
    await stage.sanne.presses("Zeist")
    await stage.sanne.waits_for("Gemeente: Zeist · Onderwerp: alle", button="Zeist: aan")
    await stage.sanne.presses("Klaar")
    await stage.sanne.waits_for("Nu: 3 mensen.", button="Onderwerp")
    await stage.sanne.presses("Onderwerp")
    await stage.sanne.waits_for("Nu: 3 mensen.", button="Geld")
    await stage.sanne.presses("Geld")
    await stage.sanne.waits_for("Nu: 2 mensen.", button="Geld: aan")
    await stage.sanne.presses("Klaar")
    await stage.sanne.waits_for("Gemeente: Zeist · Onderwerp: geld", button="Taal")
    await stage.sanne.presses("Taal")
    await stage.sanne.waits_for("Nu: 1 mens.\nGemeente: Zeist · Onderwerp: geld · Taal: Nederlands")
    await stage.sanne.presses("Bekijk voorbeeld")
    await stage.sanne.waits_for("Zo komt het aan bij 1 mens.")
    await stage.sanne.presses("Stuur aan 1")
    await stage.sanne.waits_for("Gaat uit over 30 tellen naar 1 mens.")
    stage.forward(timedelta(seconds=31))
    await stage.joke.waits_for("Subsidie in Zeist")
    await stage.sanne.waits_for("Klaar: 1 bezorgd.")
    for person in (stage.fatma, stage.henk):
        assert not [m for m in await person.messages() if "Subsidie" in words(m)]


async def test_to_nobody_says_so_and_offers_more(stage: Stage) -> None:
    message = await stage.sanne.says("Nieuws")
    await stage.sanne.replies(message, "/nieuws")
    await stage.sanne.waits_for("Nu heeft niemand nieuws aan.")
    await joined(stage, "joke", themes=["geld"])
    await stage.sanne.replies(message, "/nieuws")
    await stage.sanne.waits_for("Nu: 1 mens.")
    await stage.sanne.presses("Onderwerp")
    await stage.sanne.waits_for("Nu: 1 mens.", button="Leefbaarheid")
    await stage.sanne.presses("Leefbaarheid")
    await stage.sanne.waits_for("Nu: 0 mensen.", button="Leefbaarheid: aan")
    await stage.sanne.presses("Klaar")
    await stage.sanne.waits_for("Niemand volgt het onderwerp leefbaarheid. Kies ruimer.")
    await stage.sanne.presses("Alle onderwerpen")
    await stage.sanne.waits_for("Nu: 1 mens.", button="Bekijk voorbeeld")


async def test_it_is_kept_when_staff_remove_their_message(stage: Stage) -> None:
    await joined(stage, "joke")
    (photo,) = await stage.sanne.sends("photo", b"straatfeest", caption="Kom ook")
    under = await previewed(stage, photo, "1 mens")
    await stage.sanne.deletes(photo)
    await stage.sanne.presses("Stuur aan 1", under)
    await stage.sanne.waits_for("Gaat uit over 30 tellen")
    stage.forward(timedelta(seconds=31))
    got = await stage.joke.waits_for("Kom ook", button="Stop meldingen")
    files = stage.server.world.files
    assert files.read(files.by_id[got["photo"][-1]["file_id"]]) == b"straatfeest"


async def test_an_album_and_a_poll_go_whole(stage: Stage) -> None:
    await joined(stage, "joke")
    first, *_ = await stage.sanne.sends("photo", b"een", b"twee", b"drie", caption="Foto's van de avond")
    await sent(stage, first, "1 mens", "Stuur aan 1")
    got = await stage.joke.waits_for("Foto's van de avond\n\nGeen meldingen meer? Typ stop.")
    await stage.sanne.waits_for("Klaar: 1 bezorgd.")
    album = [m for m in await stage.joke.messages() if m.get("media_group_id") == got["media_group_id"]]
    assert len(album) == 3
    poll = await stage.sanne.does("poll", question="Welke avond?", options=["ma", "di"])
    await sent(stage, poll, "1 mens", "Stuur aan 1")
    await stage.joke.until(lambda found: next((m for m in found if "poll" in m), None), "the poll")


async def test_what_cannot_be_sent_is_told_plainly(stage: Stage) -> None:
    await joined(stage, "joke")
    quiz = await stage.sanne.does("quiz", question="Hoe oud?", options=["1", "2"])
    await stage.sanne.replies(quiz, "/nieuws")
    await stage.sanne.waits_for("Een quiz kan ik niet sturen.")
    await stage.sanne.says("/nieuws")
    await stage.sanne.waits_for("Beantwoord het bericht dat je wilt sturen met /nieuws.")
    dice = await stage.sanne.does("dice", emoji="🎲")
    await stage.sanne.replies(dice, "/nieuws")
    await stage.sanne.waits_for("Dit soort bericht kan ik niet als nieuws sturen.")


async def test_what_telegram_refuses_is_refused_at_the_preview(stage: Stage) -> None:
    await joined(stage, "joke")
    message = await stage.sanne.says("Stuk")
    stage.server.faults.add("error", method="sendPhoto", status=400, description="Bad Request: PHOTO_INVALID")
    (message,) = await stage.sanne.sends("photo", b"x", caption="Stuk")
    await stage.sanne.replies(message, "/nieuws")
    await stage.sanne.waits_for("Wie krijgt dit?")
    await stage.sanne.presses("Bekijk voorbeeld")
    await stage.sanne.waits_for("Telegram neemt dit bericht niet aan. Er is niets verstuurd.")
    under = await stage.sanne.waits_for("Zo komt het aan bij 1 mens.")
    await stage.sanne.presses("Stuur aan 1", under)
    await stage.sanne.until(
        lambda found: next((m for m in found if m["message_id"] == under["message_id"] and not labels(m)), None),
        "the buttons to go",
    )


async def test_changed_words_are_looked_at_again(stage: Stage) -> None:
    await joined(stage, "joke")
    message = await stage.sanne.says("Spreekuur op mandag")
    under = await previewed(stage, message, "1 mens")
    await stage.sanne.edits(message, "Spreekuur op maandag")
    again = await stage.sanne.waits_for("Het bericht is aangepast.", button="Bekijk voorbeeld")
    await stage.sanne.presses("Stuur aan 1", under)
    await stage.sanne.presses("Bekijk voorbeeld", again)
    under = await stage.sanne.waits_for("Zo komt het aan bij 1 mens.", after=again)
    await stage.sanne.presses("Stuur aan 1", under)
    await stage.sanne.waits_for("Gaat uit over 30 tellen")
    stage.forward(timedelta(seconds=31))
    await stage.joke.waits_for("Spreekuur op maandag")
    await stage.sanne.waits_for("Klaar: 1 bezorgd.")
    assert not [m for m in await stage.joke.messages() if "mandag" in words(m)]


async def test_stopped_within_the_half_minute_nothing_leaves(stage: Stage) -> None:
    await joined(stage, "joke")
    seen = toasts(stage)
    message = await stage.sanne.says("Oeps")
    under = await previewed(stage, message, "1 mens")
    await stage.sanne.presses("Stuur aan 1", under)
    await stage.karim.presses("Stuur aan 1", under)
    await heard(seen, "Dit is intussen anders.")
    leaving = await stage.sanne.waits_for("Gaat uit over 30 tellen", button="Stop")
    await stage.karim.presses("Stop", leaving)
    held = await stage.sanne.waits_for("Gestopt. Er is niets verstuurd.\nWie krijgt dit?")
    stage.forward(timedelta(minutes=5))
    await stage.sanne.presses("Niet doen", held)
    await stage.sanne.waits_for("Niet verstuurd.")
    assert not [m for m in await stage.joke.messages() if "Oeps" in words(m)]


async def test_later_is_later_and_can_be_changed(stage: Stage) -> None:
    await joined(stage, "joke")
    message = await stage.sanne.says("Morgen is het zover")
    under = await previewed(stage, message, "1 mens")
    await stage.sanne.presses("Later sturen", under)
    asked = await stage.sanne.waits_for("Wanneer gaat het uit?")
    assert buttons(asked) == [["Vandaag 16.00", "Morgen 10.00"], ["Andere tijd", "Terug"]]
    await stage.sanne.presses("Vandaag 16.00")
    planned = await stage.sanne.waits_for("Gaat uit op do 3 december, 16.00 uur, nu naar 1 mens.")
    assert labels(planned) == ["Wijzig", "Niet sturen"]
    await stage.sanne.presses("Wijzig")
    await stage.sanne.waits_for("Wanneer gaat het uit?")
    await stage.sanne.presses("Andere tijd")
    await stage.sanne.waits_for("Hoe laat gaat het uit op do 3 december?")
    await stage.sanne.presses("Dag later")
    await stage.sanne.waits_for("Hoe laat gaat het uit op vr 4 december?")
    await stage.sanne.presses("9.00")
    await stage.sanne.waits_for("Gaat uit op vr 4 december, 9.00 uur")
    stage.forward(timedelta(hours=22))
    assert not [m for m in await stage.joke.messages() if "zover" in words(m)]
    stage.forward(timedelta(hours=1))
    await stage.joke.waits_for("Morgen is het zover")
    await stage.sanne.waits_for("Klaar: 1 bezorgd.")


@pytest.mark.parametrize("stage_options", [SLOW], indirect=True)
async def test_it_can_be_paused_and_go_on_and_be_stopped(stage: Stage) -> None:
    await joined(stage, "joke")
    people = [stage.server.person(f"Lid {n}") for n in range(30)]

    def crowd(session: Session) -> None:
        about = {"language": "nl", "news": True, "all_places": True, "all_themes": True, "quiet_from": None}
        now = stage.helpdesk.clock.now()
        session.add_all([Member(id=p.id, created_at=now, quiet_until=None, **about) for p in people])

    await stage.helpdesk.db.write(crowd)
    message = await stage.sanne.says("Aan velen")
    await sent(stage, message, "31 mensen", "Stuur aan 31")
    going = await stage.sanne.waits_for("van 31. Nog ongeveer", button="Pauze")
    await stage.sanne.presses("Pauze", going)
    paused = await stage.sanne.waits_for("Gepauzeerd:", button="Ga door")
    before = len(await _got(stage, people))
    assert before < 30
    await stage.sanne.presses("Ga door", paused)
    going = await stage.sanne.waits_for("Nog ongeveer", button="Stop")
    await stage.sanne.presses("Stop", going)
    done = await stage.sanne.waits_for("niet verstuurd.")
    got = len(await _got(stage, people)) + len([m for m in await stage.joke.messages() if "velen" in words(m)])
    assert f"Klaar: {got} bezorgd, {31 - got} niet verstuurd." in words(done)
    assert before <= got < 31


async def _got(stage: Stage, people: list[Any]) -> list[Any]:
    return [p for p in people if [m for m in await p.messages() if "Aan velen" in words(m)]]


async def test_quiet_hours_put_it_off_and_the_report_says_so(stage: Stage) -> None:
    await joined(stage, "joke")
    await joined(stage, "fatma", quiet_from=8 * 60, quiet_until=20 * 60)
    await joined(stage, "henk")
    message = await stage.sanne.says("Voor straks")
    under = await previewed(stage, message, "3 mensen")
    await stage.sanne.presses("Stuur aan 3", under)
    await stage.sanne.waits_for("Gaat uit over 30 tellen")
    stage.server.faults.add(
        "error",
        method="sendMessage",
        chat_id=stage.henk.chat_id,
        status=403,
        description="Forbidden: bot was blocked by the user",
    )
    stage.forward(timedelta(seconds=31))
    await stage.sanne.waits_for("Klaar: 1 bezorgd, 1 geblokkeerd, 1 uitgesteld (rust, do 3 december, 20.00 uur).")
    stage.forward(timedelta(hours=10))
    await stage.fatma.waits_for("Voor straks")
    stage.forward(timedelta(minutes=1))
    await stage.sanne.waits_for("Klaar: 2 bezorgd, 1 geblokkeerd.")
