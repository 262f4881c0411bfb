"""Answers to inline queries."""

from bot.demo.server.errors import bad_request
from bot.demo.server.methods.answers import TOO_OLD
from bot.demo.server.methods.registry import Call, method

MAX_RESULTS = 50  # (Bot API, answerInlineQuery)
MAX_RESULT_ID = 64  # bytes


@method("answerInlineQuery")
def answer_inline_query(call: Call) -> bool:
    """Show the results to who typed the query."""
    world, params = call.world, call.params
    query = world.inline_queries.get(params["inline_query_id"])
    if query is None:
        raise bad_request(TOO_OLD)
    results = params["results"]
    if len(results) > MAX_RESULTS:
        raise bad_request("RESULTS_TOO_MUCH")
    ids = [result["id"] for result in results]
    if not all(1 <= len(i.encode()) <= MAX_RESULT_ID for i in ids):
        raise bad_request("RESULT_ID_INVALID")
    if len(set(ids)) < len(ids):
        raise bad_request("RESULT_ID_DUPLICATE")
    query["answer"] = params
    world.events.publish(
        "inline_results",
        user_id=query["from"]["id"],
        inline_query_id=params["inline_query_id"],
        results=results,
    )
    return True
