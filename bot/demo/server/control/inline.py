"""Inline mode: "@bot question" in any chat."""

from bot.demo.server.control.people import say
from bot.demo.server.control.registry import Control, action, person_of, text
from bot.demo.server.errors import ControlError, Json
from bot.demo.server.formatting import message_text
from bot.demo.server.keyboards import inline_keyboard


@action("inline")
def inline(control: Control, params: Json) -> Json:
    """Type a query after the bot's name; the results come as an event."""
    world, person = control.world, person_of(control.world, params)
    query: Json = {
        "id": world.next_serial(),
        "from": person.user,
        "query": str(params.get("query", "")),
        "offset": str(params.get("offset", "")),
        "chat_type": "sender",
    }
    world.inline_queries[query["id"]] = {"from": person.user}
    world.updates.add("inline_query", query, person.id)
    return {"inline_query_id": query["id"]}


@action("inline_answer")
def inline_answer(control: Control, params: Json) -> Json:
    """The parameters of answerInlineQuery for a query; empty as long as the bot did not answer."""
    found: Json = control.world.inline_queries.get(text(params, "inline_query_id"), {})
    answer: Json = found.get("answer", {})
    return answer


@action("inline_pick")
def inline_pick(control: Control, params: Json) -> Json:
    """Send one of the results to a chat."""
    world = control.world
    query = world.inline_queries.get(text(params, "inline_query_id"), {})
    results = query.get("answer", {}).get("results", [])
    found = next((r for r in results if r["id"] == params.get("result_id")), None)
    if found is None or "input_message_content" not in found:
        raise ControlError("Dit resultaat is er niet meer.")
    content = found["input_message_content"]
    words, entities = message_text(content | {"text": content.get("message_text", "")})
    fields: Json = {"text": words, "via_bot": world.bot} | inline_keyboard(found.get("reply_markup"))
    return say(world, params, fields | ({"entities": entities} if entities else {}))
