"""The people and chats of the demo."""

from bot.demo.server.world import World

STAFF_GROUP = "Helpdesk Omzien"


def seed(world: World) -> int:
    """Fill an empty world: a volunteer, a member, a staff group with the bot. Returns the group's id."""
    joke = world.add_person("Joke", "volunteer", user_id=1001, last_name="Bakker", language_code="nl")
    fatma = world.add_person("Fatma", "member", user_id=1002, last_name="Yılmaz", language_code="nl")
    sanne = world.add_person("Sanne", "staff", user_id=2001, last_name="de Wit", language_code="nl")
    karim = world.add_person("Karim", "staff", user_id=2002, last_name="Haddad", language_code="nl")
    ellen = world.add_person("Ellen", "coordinator", user_id=2003, last_name="Visser", language_code="nl")
    group = world.add_group(STAFF_GROUP, is_forum=True)
    for person in (sanne, karim):
        world.join(group, person.id)
    world.join(group, ellen.id, "administrator")
    world.join(group, int(world.bot["id"]), "administrator")
    world.phones = [
        {"user_id": joke.id, "chat_id": joke.id, "title": "Vrijwilliger"},
        {"user_id": sanne.id, "chat_id": group.id, "title": "Medewerker"},
        {"user_id": fatma.id, "chat_id": fatma.id, "title": "Lid"},
    ]
    return group.id
