"""The bot's profile: name, descriptions, commands by scope and language, menu buttons."""

from dataclasses import dataclass, field

from bot.demo.server.errors import Json


def scope_key(scope: Json | None, language_code: str = "") -> str:
    """A text key of a BotCommandScope and language: "default", "chat:-100…", "default/nl"."""
    scope = scope or {"type": "default"}
    parts = [str(scope[k]) for k in ("type", "chat_id", "user_id") if k in scope]
    return ":".join(parts) + (f"/{language_code}" if language_code else "")


@dataclass(slots=True)
class Profile:
    """Texts by language code ("" = for all others)."""

    name: dict[str, str] = field(default_factory=dict)
    description: dict[str, str] = field(default_factory=dict)
    short_description: dict[str, str] = field(default_factory=dict)
    commands: dict[str, list[Json]] = field(default_factory=dict)
    menu_buttons: dict[str, Json] = field(default_factory=dict)

    def to_json(self) -> Json:
        """As in the control contract, in Dutch where there is Dutch."""
        return {
            "description": self.description.get("nl") or self.description.get("", ""),
            "short_description": self.short_description.get("nl") or self.short_description.get("", ""),
            "commands": self.commands,
        }
