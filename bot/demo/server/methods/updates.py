"""Receiving updates: long polling and webhooks."""

import re
from urllib.parse import urlsplit

from bot.demo.server.errors import ApiError, Json, bad_request
from bot.demo.server.methods.registry import Call, Raw, method
from bot.demo.server.updates import CONFLICT_WEBHOOK
from bot.demo.server.webhook import Target

MAX_POLL_SECONDS = 50.0
SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
LOOPBACK = {"127.0.0.1", "localhost", "::1"}


@method("getUpdates")
async def get_updates(call: Call) -> Raw:
    """Wait for updates from `offset` on; those before it are confirmed and gone."""
    params, updates = call.params, call.world.updates
    if call.webhook.target:
        raise ApiError(409, CONFLICT_WEBHOOK)
    updates.allow(params.get("allowed_updates"))
    limit = min(max(params.get("limit", 100), 1), 100)
    timeout = min(float(params.get("timeout", 0)), MAX_POLL_SECONDS)
    return Raw(await updates.poll(params.get("offset", 0), limit, timeout))


@method("setWebhook")
def set_webhook(call: Call) -> bool:
    """Push updates to a URL from now on; an empty URL removes the webhook."""
    params, world = call.params, call.world
    _drop_pending(call)
    if not params["url"]:
        call.webhook.remove()
        return True
    _check_url(params["url"])
    secret = params.get("secret_token", "")
    if secret and not SECRET.fullmatch(secret):
        raise bad_request("secret token contains unallowed characters")
    connections = min(max(params.get("max_connections", 40), 1), 100)
    world.updates.allow(params.get("allowed_updates"))
    call.webhook.set(Target(params["url"], secret, connections))
    return True


def _check_url(url: str) -> None:
    """HTTPS as Telegram wants, or HTTP on this machine as a local Bot API server allows."""
    parts = urlsplit(url)
    if not parts.hostname:
        raise bad_request("bad webhook: invalid webhook URL specified")
    if parts.scheme != "https" and not (parts.scheme == "http" and parts.hostname in LOOPBACK):
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")


def _drop_pending(call: Call) -> None:
    if call.params.get("drop_pending_updates"):
        call.webhook.drop_pending()
        call.world.updates.pending.clear()


@method("deleteWebhook")
def delete_webhook(call: Call) -> bool:
    """Back to long polling."""
    _drop_pending(call)
    call.webhook.remove()
    return True


@method("getWebhookInfo")
def get_webhook_info(call: Call) -> Json:
    """Where updates go, how many wait, and the last error."""
    world, webhook = call.world, call.webhook
    info: Json = {
        "url": webhook.target.url if webhook.target else "",
        "has_custom_certificate": False,
        "pending_update_count": len(world.updates.pending) + webhook.pending,
    }
    if world.updates.allowed_named:
        info["allowed_updates"] = world.updates.allowed_named
    if webhook.target:
        info["max_connections"] = webhook.target.max_connections
        info["ip_address"] = "127.0.0.1"
    return info | webhook.last_error
