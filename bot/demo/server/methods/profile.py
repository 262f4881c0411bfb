"""The bot's own profile: who it is, its name, descriptions, commands and menu button."""

import re

from bot.demo.server.access import find_chat
from bot.demo.server.errors import Json, bad_request
from bot.demo.server.methods.registry import Call, method
from bot.demo.server.profile import scope_key

MAX_COMMANDS = 100
COMMAND = re.compile(r"[a-z0-9_]{1,32}")
LANGUAGE = re.compile(r"|[a-z]{2}")


@method("getMe")
def get_me(call: Call) -> Json:
    """The bot itself."""
    return call.world.bot | {
        "can_join_groups": True,
        "can_read_all_group_messages": call.world.reads_all,
        "supports_inline_queries": True,
        "can_connect_to_business": False,
        "has_main_web_app": False,
        "has_topics_enabled": False,
        "allows_users_to_create_topics": False,
        "can_manage_bots": False,
    }


def _language(call: Call) -> str:
    code = str(call.params.get("language_code", ""))
    if not LANGUAGE.fullmatch(code):
        raise bad_request("invalid language code specified")
    return code


def _text_methods(name: str, field: str, attribute: str, longest: int, error: str) -> None:
    def set_text(call: Call) -> bool:
        value = call.params.get(field, "")
        if len(value) > longest:
            raise bad_request(error)
        getattr(call.world.profile, attribute)[_language(call)] = value
        call.world.dirty = True
        call.world.events.publish("profile", bot_profile=call.world.profile.to_json())
        return True

    def get_text(call: Call) -> Json:
        texts = getattr(call.world.profile, attribute)
        default = call.world.bot["first_name"] if attribute == "name" else ""
        return {field: texts.get(_language(call)) or texts.get("") or default}

    set_text.__doc__ = f"Set the bot's {attribute}, at most {longest} characters."
    get_text.__doc__ = f"The bot's {attribute} in a language."
    method(f"setMy{name}")(set_text)
    method(f"getMy{name}")(get_text)


_text_methods("Name", "name", "name", 64, "BOT_TITLE_INVALID")
_text_methods("Description", "description", "description", 512, "BOT_DESCRIPTION_INVALID")
_text_methods("ShortDescription", "short_description", "short_description", 120, "BOT_SHORT_DESCRIPTION_INVALID")


def _scope(call: Call) -> str:
    scope = call.params.get("scope")
    if scope and "chat_id" in scope:
        scope = scope | {"chat_id": find_chat(call.world, scope["chat_id"]).id}
    return scope_key(scope, _language(call))


@method("setMyCommands")
def set_my_commands(call: Call) -> bool:
    """The commands shown in a scope and language."""
    commands = call.params["commands"]
    if len(commands) > MAX_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    for item in commands:
        if not COMMAND.fullmatch(item["command"].removeprefix("/")):
            raise bad_request("BOT_COMMAND_INVALID")
        if not 1 <= len(item["description"]) <= 256:
            raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    return _store_commands(call, commands)


@method("deleteMyCommands")
def delete_my_commands(call: Call) -> bool:
    """No own commands in that scope and language any more."""
    return _store_commands(call, [])


def _store_commands(call: Call, commands: list[Json]) -> bool:
    profile, key = call.world.profile, _scope(call)
    profile.commands.pop(key, None)
    if commands:
        profile.commands[key] = [c | {"command": c["command"].removeprefix("/")} for c in commands]
    call.world.dirty = True
    call.world.events.publish("profile", bot_profile=profile.to_json())
    return True


@method("getMyCommands")
def get_my_commands(call: Call) -> list[Json]:
    """The commands of exactly that scope and language."""
    return call.world.profile.commands.get(_scope(call), [])


@method("setChatMenuButton")
def set_chat_menu_button(call: Call) -> bool:
    """The button beside the text field, for one chat or as the default."""
    button = call.params.get("menu_button", {"type": "default"})
    call.world.profile.menu_buttons[str(call.params.get("chat_id", ""))] = button
    return True


@method("getChatMenuButton")
def get_chat_menu_button(call: Call) -> Json:
    """The menu button of a chat."""
    buttons = call.world.profile.menu_buttons
    return buttons.get(str(call.params.get("chat_id", ""))) or buttons.get("", {"type": "commands"})
