"""Asking about chats and their members; leaving one."""

from bot.demo.server.access import check_right, find_chat, readable_chat
from bot.demo.server.errors import Json, bad_request
from bot.demo.server.methods.registry import Call, method
from bot.demo.server.model import ADMIN_RIGHTS, Chat, Member
from bot.demo.server.posting import without_reply
from bot.demo.server.world import World

# What a restricted member may not do here (Bot API, ChatMemberRestricted).
RESTRICTIONS = (
    *("can_send_messages", "can_send_audios", "can_send_documents", "can_send_photos", "can_send_videos"),
    *("can_send_video_notes", "can_send_voice_notes", "can_send_polls", "can_send_other_messages"),
    *("can_add_web_page_previews", "can_react_to_messages", "can_edit_tag", "can_change_info", "can_invite_users"),
    *("can_pin_messages", "can_manage_topics"),
)


def member_json(world: World, member: Member) -> Json:
    """The ChatMember object."""
    result: Json = {"user": world.user(member.user_id), "status": member.status}
    if member.status == "creator":
        result["is_anonymous"] = False
    elif member.status == "administrator":
        rights = {right: bool(member.rights.get(right)) for right in ADMIN_RIGHTS}
        result |= {"can_be_edited": False, "is_anonymous": False, **rights}
    elif member.status == "restricted":
        result |= {"is_member": True, "until_date": 0, **dict.fromkeys(RESTRICTIONS, False)}
    elif member.status == "kicked":
        result["until_date"] = 0
    return result


@method("getChat")
def get_chat(call: Call) -> Json:
    """The ChatFullInfo of a chat the bot met."""
    world = call.world
    chat = readable_chat(world, call.params["chat_id"])
    result = {**chat.info, "accent_color_id": 0, "max_reaction_count": 11}
    result["accepted_gift_types"] = dict.fromkeys(
        (
            "unlimited_gifts",
            "limited_gifts",
            "unique_gifts",
            "premium_subscription",
            "gifts_from_channels",
        ),
        False,
    )
    if chat.is_private:
        result["active_usernames"] = [chat.info["username"]] if "username" in chat.info else []
    else:
        result["permissions"] = _permissions()
    if chat.pinned:
        result["pinned_message"] = without_reply(chat.messages[chat.pinned[-1]])
    return result


def _permissions() -> Json:
    sendable = ("messages", "audios", "documents", "photos", "videos", "voice_notes", "polls")
    return {f"can_send_{kind}": True for kind in (*sendable, "video_notes", "other_messages")} | {
        "can_add_web_page_previews": True,
        "can_change_info": False,
        "can_invite_users": True,
        "can_pin_messages": False,
        "can_manage_topics": False,
    }


def _group(call: Call) -> Chat:
    chat = readable_chat(call.world, call.params["chat_id"])
    if chat.is_private:
        raise bad_request("there are no administrators in the private chat")
    return chat


@method("getChatMember")
def get_chat_member(call: Call) -> Json:
    """Somebody's place in a chat."""
    world, user_id = call.world, call.params["user_id"]
    chat = readable_chat(world, call.params["chat_id"])
    if user_id not in world.people and user_id != world.bot["id"]:
        raise bad_request("PARTICIPANT_ID_INVALID" if not chat.is_private else "member not found")
    if chat.is_private:
        if user_id not in (chat.id, world.bot["id"]):
            raise bad_request("member not found")
        return member_json(world, Member(user_id))
    return member_json(world, chat.member(user_id))


@method("getChatAdministrators")
def get_chat_administrators(call: Call) -> list[Json]:
    """Owner and administrators, without other bots."""
    members = _group(call).members.values()
    return [member_json(call.world, m) for m in members if m.is_admin]


@method("getChatMemberCount")
def get_chat_member_count(call: Call) -> int:
    """How many are in the chat, the bot included."""
    chat = readable_chat(call.world, call.params["chat_id"])
    return 2 if chat.is_private else sum(m.present for m in chat.members.values())


@method("leaveChat")
def leave_chat(call: Call) -> bool:
    """The bot leaves a group."""
    world = call.world
    chat = find_chat(world, call.params["chat_id"])
    if chat.is_private:
        raise bad_request("chat member status can't be changed in private chats")
    readable_chat(world, chat.id)
    world.join(chat, int(world.bot["id"]), "left")
    world.events.publish("chat", chat=chat.info)
    return True


@method("exportChatInviteLink")
def export_chat_invite_link(call: Call) -> str:
    """A link that leads nowhere, of the right shape."""
    chat = _group(call)
    check_right(call.world, chat, "can_invite_users", "manage chat invite link")
    return f"https://t.me/+Local{abs(chat.id)}"


@method("getUserProfilePhotos")
def get_user_profile_photos(call: Call) -> Json:
    """People here have no profile photos."""
    if call.params["user_id"] not in call.world.people:
        raise bad_request("invalid user_id specified")
    return {"total_count": 0, "photos": []}
