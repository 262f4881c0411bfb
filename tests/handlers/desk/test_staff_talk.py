"""What goes to the asker and what stays inside; media, albums, edits, and people who blocked the bot."""

from __future__ import annotations

from datetime import timedelta

from bot.demo.actors import labels, words
from tests.desk.scenes import FORUM, PLACES, PLAIN, SUBJECT, answered, ask, at_card, claimed, press, quiet, topic
from tests.stage import Stage

ANSWER = "Vaak wel. Bel je gemeente."


@PLACES
async def test_what_is_no_reply_to_the_asker_stays_inside(stage: Stage) -> None:
    desk, _ = await answered(stage, stage.joke)
    plain = await desk.karim.says("die ambtenaar is wel lastig hoor")
    await desk.sanne.replies(plain, "ja, maar zeg dat maar niet")
    await quiet(stage)
    assert not [m for m in await stage.joke.messages() if "ambtenaar" in words(m) or "zeg dat" in words(m)]
    assert not [m for m in await desk.sanne.messages() if "bleef onder ons" in words(m)]


@PLACES
async def test_who_thinks_to_have_answered_hears_it_once(stage: Stage) -> None:
    desk = await claimed(stage, stage.joke)
    await desk.karim.says("wat zou dat kosten")
    meant = await desk.sanne.says("Bel je gemeente, die helpen je")
    hint = await desk.sanne.waits_for("Dit bericht bleef onder ons. Joke heeft nog geen antwoord.")
    assert labels(hint) == ["Stuur aan Joke", "Blijft intern"]
    assert hint["reply_to_message"]["message_id"] == meant["message_id"]
    await desk.sanne.presses("Stuur aan Joke", on=hint)
    await stage.joke.waits_for("Sanne van de helpdesk\nBel je gemeente, die helpen je")
    await desk.sanne.waits_for_reaction(meant, "👌")
    await desk.sanne.waits_for("Gestuurd aan Joke.")
    await desk.sanne.says("zo, dat was het")
    await quiet(stage)
    assert len([m for m in await desk.sanne.messages() if "bleef onder ons" in words(m)]) == 0


@FORUM
async def test_it_may_stay_inside(stage: Stage) -> None:
    desk = await claimed(stage, stage.joke)
    await desk.sanne.says("ik zoek het even uit")
    await desk.sanne.waits_for("Dit bericht bleef onder ons.")
    await desk.sanne.presses("Blijft intern")
    await desk.sanne.waits_for("Goed. Dit blijft onder ons.")
    await desk.sanne.says("gevonden")
    await quiet(stage)
    assert not [m for m in await desk.sanne.messages() if "bleef onder ons" in words(m)]
    assert not [m for m in await stage.joke.messages() if "zoek het" in words(m)]


@FORUM
async def test_after_the_answer_the_hint_offers_nothing_any_more(stage: Stage) -> None:
    desk = await claimed(stage, stage.joke)
    await desk.sanne.says("wie weet dit")
    hint = await desk.sanne.waits_for("Dit bericht bleef onder ons.")
    await desk.sanne.replies(desk.card, ANSWER)
    hint = await desk.sanne.waits_for("Goed. Dit blijft onder ons.")
    assert labels(hint) == []


@PLACES
async def test_media_travel_both_ways_with_their_captions(stage: Stage) -> None:
    desk = await claimed(stage, stage.joke)
    photo = (await desk.sanne.sends("photo", b"jpeg", caption="Zo ziet het bord eruit", reply_to=desk.card))[0]
    arrived = await stage.joke.waits_for("Sanne van de helpdesk\nZo ziet het bord eruit")
    assert arrived["photo"]
    await desk.sanne.waits_for_reaction(photo, "👌")
    voice = (await desk.sanne.sends("voice", b"ogg", duration=5, reply_to=desk.card))[0]
    spoken = await stage.joke.waits_for("Sanne van de helpdesk", after=arrived)
    assert spoken["voice"]
    await desk.sanne.waits_for_reaction(voice, "👌")
    sticker = await stage.joke.sends_sticker("👍")
    await stage.joke.waits_for("Dit gaat mee naar Sanne.", after=sticker)
    copy = await desk.sanne.until(lambda seen: next((m for m in seen if m.get("sticker")), None), "the sticker")
    await quiet(stage, 0.4)  # no person is so fast that the bot has not written down where its copy is
    await desk.sanne.replies(copy, "Mooi zo")
    reply = await stage.joke.waits_for("Sanne van de helpdesk\nMooi zo")
    assert reply["reply_to_message"]["message_id"] == sticker["message_id"]


@PLACES
async def test_an_album_of_staff_arrives_as_one(stage: Stage) -> None:
    desk = await claimed(stage, stage.joke)
    parts = await desk.sanne.sends("photo", b"1", b"2", b"3", caption="Drie foto's", reply_to=desk.card)
    seen = await stage.joke.until(lambda all: [m for m in all if m.get("photo")] or None, "the album")
    seen = [m for m in await stage.joke.messages() if m.get("photo")]
    assert len(seen) == 3
    assert len({m["media_group_id"] for m in seen}) == 1
    await desk.sanne.waits_for_reaction(parts[0], "👌")
    heads = [m for m in await stage.joke.messages() if words(m) == "Sanne van de helpdesk"]
    assert len(heads) == 1
    follow = await stage.joke.says("nummer twee graag", reply_to=seen[1])
    await desk.sanne.waits_for("nummer twee graag")
    await stage.joke.waits_for("Dit gaat mee naar Sanne.", after=follow)


@PLACES
async def test_an_edited_answer_is_edited_at_the_asker_too(stage: Stage) -> None:
    desk, message = await answered(stage, stage.joke, "Doe dat 6 weken vooraf.")
    stage.forward(timedelta(minutes=78))
    await desk.sanne.edits(message, "Doe dat 8 weken vooraf.")
    changed = await stage.joke.waits_for("8 weken vooraf.")
    assert words(changed) == "Sanne van de helpdesk\nDoe dat 8 weken vooraf.\n\nVerbeterd om 11.20 uur."
    notice = await desk.sanne.waits_for("Verbeterd bij Joke, zonder geluid. Was het belangrijk?")
    await desk.sanne.presses("Meld het Joke", on=notice)
    told = await stage.joke.waits_for("Let op: Sanne verbeterde het antwoord hierboven.")
    assert told["reply_to_message"]["message_id"] == changed["message_id"]
    await desk.sanne.waits_for("Gemeld aan Joke.")


@FORUM
async def test_what_stayed_inside_stays_inside_when_edited(stage: Stage) -> None:
    desk, _ = await answered(stage, stage.joke)
    inside = await desk.karim.says("lastig")
    await desk.karim.edits(inside, "heel lastig")
    await quiet(stage)
    assert not [m for m in await stage.joke.messages() if "lastig" in words(m)]


@PLACES
async def test_an_answer_waits_for_who_blocked_the_bot(stage: Stage) -> None:
    desk = await claimed(stage, stage.joke)
    await stage.joke.blocks()
    message = await desk.sanne.replies(desk.card, ANSWER)
    notice = await desk.sanne.waits_for("Niet bezorgd. Joke heeft de bot geblokkeerd.")
    assert "Ik bewaar je antwoord en stuur het als Joke terugkomt." in words(notice)
    assert labels(notice) == ["Klaar", "Bewaar niet"]
    await desk.sanne.waits_for("Een antwoord komt pas aan als Joke terugkomt.")
    await desk.sanne.edits(message, "Vaak wel. Bel je gemeente op tijd.")
    await stage.joke.unblocks()
    await stage.joke.waits_for("Vaak wel. Bel je gemeente op tijd.")
    await desk.sanne.waits_for_reaction(message, "👌")
    assert len([m for m in await stage.joke.messages() if "Vaak wel" in words(m)]) == 1


@FORUM
async def test_an_answer_need_not_wait(stage: Stage) -> None:
    desk = await claimed(stage, stage.joke)
    await stage.joke.blocks()
    await desk.sanne.replies(desk.card, ANSWER)
    await press(desk.sanne, "Bewaar niet")
    await desk.sanne.waits_for("Goed. Ik bewaar het antwoord niet.")
    await stage.joke.unblocks()
    await quiet(stage)
    assert not [m for m in await stage.joke.messages() if "Vaak wel" in words(m)]


@FORUM
async def test_who_left_telegram_gets_no_promise(stage: Stage) -> None:
    desk = await claimed(stage, stage.joke)
    await stage.group.backend.act("user_deactivate", {"as": stage.joke.id})
    await desk.sanne.replies(desk.card, ANSWER)
    await desk.sanne.waits_for("Niet bezorgd. Joke is niet meer bij Telegram.")


@FORUM
async def test_pressed_twice_it_is_sent_once(stage: Stage) -> None:
    desk = await claimed(stage, stage.joke, "kan iemand mij helpen met een gratis vog voor vrijwilligers aanvragen")
    await desk.sanne.says("Bel je gemeente, die helpen je")
    hint = await desk.sanne.waits_for("Dit bericht bleef onder ons.")
    await desk.sanne.presses("Bekijk 1")
    preview = await desk.sanne.waits_for("Zo komt het aan:", button="Stuur")
    for message, label in ((hint, "Stuur aan Joke"), (preview, "Stuur")):
        await desk.sanne.presses(label, on=message)
        await desk.sanne.presses(label, on=message)
    await stage.joke.waits_for("Bel je gemeente, die helpen je")
    await stage.joke.waits_for("Hoe vraag ik een gratis VOG aan")
    await quiet(stage)
    assert len([m for m in await stage.joke.messages() if words(m).startswith("Sanne van de helpdesk\n")]) == 2


@FORUM
async def test_an_english_asker_reads_english_and_staff_read_dutch(stage: Stage) -> None:
    mary = stage.server.person("Mary", language_code="en")
    await mary.says("person")
    await mary.waits_for("Your next message goes to a person.", button="Never mind")
    await mary.says("may we close the street for a party with the neighbours")
    await mary.waits_for("Your question is with the helpdesk.", button="Withdraw question")
    desk = await at_card(stage, "close the street")
    await desk.sanne.presses("Ik pak dit op")
    await mary.waits_for("Sanne of the helpdesk is working on your question.")
    await desk.sanne.replies(desk.card, "Often yes.")
    await mary.waits_for("Sanne of the helpdesk\nOften yes.")
    await press(desk.sanne, "Klaar")
    await mary.waits_for("Sanne finished your question. How was the help?", button="😊 Good")
    await mary.says("/mijnvragen")
    await mary.waits_for("You have no open questions.")


@PLACES
async def test_a_long_answer_is_cut_at_a_sentence(stage: Stage) -> None:
    desk = await claimed(stage, stage.joke)
    text = "Dit is een zin van veertig tekens lang ja. " * 95
    message = await desk.sanne.replies(desk.card, text.strip())
    await desk.sanne.waits_for_reaction(message, "👌")
    parts = [m for m in await stage.joke.messages() if "veertig tekens" in words(m)]
    assert len(parts) == 2
    assert words(parts[0]).startswith("Sanne van de helpdesk\nDit is een zin")
    assert words(parts[1]).startswith("Dit is een zin")
    assert words(parts[0]).endswith("lang ja.")
    assert sum(words(m).count("veertig") for m in parts) == 95


@FORUM
async def test_formatting_is_kept(stage: Stage) -> None:
    desk = await claimed(stage, stage.joke)
    await desk.sanne.replies(desk.card, "Bel **niet** maar kijk op https://utrecht.nl & mail")
    answer = await stage.joke.waits_for("kijk op https://utrecht.nl & mail")
    assert {e["type"] for e in answer["entities"]} >= {"bold", "url"}


@PLAIN
async def test_a_reply_that_belongs_to_no_question_is_hinted_once(stage: Stage) -> None:
    await stage.sanne.says("/wachtrij")
    queue = await stage.sanne.waits_for("Er zijn geen open vragen.")
    await stage.sanne.replies(queue, "Bel je gemeente")
    await stage.sanne.waits_for("Dit hoort bij geen vraag, dus het is niet verstuurd. Zoek de vraag met /wachtrij.")
    await stage.karim.replies(queue, "of mail")
    await quiet(stage)
    assert len([m for m in await stage.sanne.messages() if "hoort bij geen vraag" in words(m)]) == 1


@FORUM
async def test_a_withdrawn_question_gets_no_answer(stage: Stage) -> None:
    desk = await claimed(stage, stage.joke)
    await stage.joke.presses("Trek vraag in")
    withdrawn = await stage.joke.waits_for("Je vraag is ingetrokken.", button="Toch stellen")
    assert "Straat afsluiten buurtmaaltijd" in words(withdrawn)
    await desk.sanne.waits_for("Vraag 1 · ingetrokken door Joke. Niets meer doen.")
    await topic(stage, "Ingetrokken · straat afsluiten…", closed=True)
    ellen = stage.ellen.at(stage.group, desk.card.get("message_thread_id"))
    await ellen.replies(desk.card, "Vaak wel.")
    await ellen.waits_for("Niet verstuurd. Joke trok deze vraag in")
    assert not [m for m in await stage.joke.messages() if "Vaak wel" in words(m)]
    await stage.joke.presses("Toch stellen")
    await stage.joke.waits_for("Je vraag is doorgegeven aan de helpdesk.", button="Trek vraag in")
    await desk.sanne.waits_for("Joke stelt deze vraag toch.")
    await topic(stage, f"Nieuw · {SUBJECT}", closed=False)


@PLACES
async def test_a_removed_card_is_made_again(stage: Stage) -> None:
    desk = await ask(stage, stage.joke)
    await stage.ellen.at(stage.group, desk.card.get("message_thread_id")).deletes(desk.card)
    question = next(m for m in await stage.joke.messages() if "vergunning" in words(m))
    await stage.joke.edits(question, "mogen we de kerkstraat afsluiten")
    card = await desk.sanne.waits_for("mogen we de kerkstraat afsluiten", button="Ik pak dit op")
    assert card["message_id"] > desk.card["message_id"]
    await desk.sanne.replies(card, ANSWER)
    await stage.joke.waits_for(f"Sanne van de helpdesk\n{ANSWER}")


@PLAIN
async def test_a_group_that_becomes_a_supergroup_gets_its_cards_again(stage: Stage) -> None:
    desk = await claimed(stage, stage.joke)
    moved = await stage.group.backend.act("migrate", {"chat_id": stage.group.chat_id})
    new = moved.get("chat_id") or moved["id"]
    sanne = stage.sanne.at(new)
    card = await sanne.waits_for("Vraag 1 · Sanne heeft deze", button="Klaar")
    assert card["message_id"] != desk.card["message_id"] or new != stage.group.chat_id
    await sanne.replies(card, ANSWER)
    await stage.joke.waits_for(f"Sanne van de helpdesk\n{ANSWER}")


@PLACES
async def test_an_answer_that_looks_like_a_command_is_not_dropped_in_silence(stage: Stage) -> None:
    desk = await claimed(stage, stage.joke)
    sent = await desk.sanne.replies(desk.card, "/rechtsaf bij de kerk")
    notice = await desk.sanne.waits_for("Niet verstuurd. Dit commando ken ik niet.")
    assert notice["reply_to_message"]["message_id"] == sent["message_id"]
