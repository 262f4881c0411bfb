// The list of commands of the bot: behind the Menu button, and when a message starts with "/".
import { t } from "./i18n.js";
import { OptionList } from "./options.js";

/** Shows the commands that fit what is typed in the text field `input`. */
export class CommandList extends OptionList {
  /** `commands()` gives [{command, description}]; `pick(command)` sends one; `onToggle(open)` hears of both. */
  constructor(input, id, { commands, pick, onToggle }) {
    super(input, id, t("composer.commands"), onToggle);
    this.commands = commands;
    this.pick = pick;
    this.forced = false; // opened with the Menu button
    input.setAttribute("aria-controls", id);
    input.setAttribute("aria-autocomplete", "list");
  }

  toggle() {
    this.forced = !this.open;
    this.update();
    this.input.focus();
  }

  close() {
    this.forced = false;
    super.close();
  }

  /** Shows the commands that fit what is typed. */
  update() {
    const typed = /^\/(\w*)$/.exec(this.input.value);
    if (!typed && !this.forced) return this.show([]);
    const start = this.input.value && typed ? typed[1].toLowerCase() : "";
    const fitting = this.commands().filter(({ command }) => command.startsWith(start));
    return this.show(fitting.map((entry) => this.#item(entry)));
  }

  #item({ command, description }) {
    return { name: `/${command}`, text: description, choose: () => this.pick(`/${command}`) };
  }
}

/** The commands that this person sees here: the narrowest scope that has any, as Telegram chooses. */
export function commandsFor(profile, { chatId, userId }, languageCode, isAdmin) {
  const lists = profile?.commands ?? {};
  const scopes =
    chatId > 0
      ? [`chat:${chatId}`, "all_private_chats", "default"]
      : [
          `chat_member:${chatId}:${userId}`,
          ...(isAdmin ? [`chat_administrators:${chatId}`] : []),
          `chat:${chatId}`,
          ...(isAdmin ? ["all_chat_administrators"] : []),
          "all_group_chats",
          "default",
        ];
  const keys = scopes.flatMap((scope) => [`${scope}/${languageCode}`, scope]);
  return keys.map((key) => lists[key]).find((found) => found?.length) ?? [];
}
