// The list of commands of the bot: behind the Menu button, and when a message starts with "/".
import { h } from "./dom.js";
import { t } from "./i18n.js";

/** A listbox that works from the text field `input`, as a combobox does. */
export class CommandList {
  #chosen = -1;

  /** `commands()` gives [{command, description}]; `pick(command)` sends one; `onToggle(open)` hears of both. */
  constructor(input, id, { commands, pick, onToggle }) {
    this.input = input;
    this.commands = commands;
    this.pick = pick;
    this.onToggle = onToggle;
    this.forced = false; // opened with the Menu button
    this.element = h("ul", {
      class: "commands",
      role: "listbox",
      id,
      "aria-label": t("composer.commands"),
      hidden: true,
    });
    input.setAttribute("aria-controls", id);
    input.setAttribute("aria-autocomplete", "list");
  }

  get open() {
    return !this.element.hidden;
  }

  toggle() {
    this.forced = !this.open;
    this.update();
    this.input.focus();
  }

  close() {
    this.forced = false;
    this.#show([]);
  }

  /** Shows the commands that fit what is typed. */
  update() {
    const typed = /^\/(\w*)$/.exec(this.input.value);
    if (!typed && !this.forced) return this.#show([]);
    const start = this.input.value && typed ? typed[1].toLowerCase() : "";
    return this.#show(this.commands().filter(({ command }) => command.startsWith(start)));
  }

  #show(commands) {
    this.#chosen = -1;
    this.input.removeAttribute("aria-activedescendant");
    this.element.hidden = commands.length === 0;
    this.onToggle(this.open);
    this.element.replaceChildren(...commands.map((entry, index) => this.#option(entry, index)));
  }

  #option({ command, description }, index) {
    const click = () => this.#choose(command);
    const hold = (event) => event.preventDefault(); // the text field keeps the focus
    return h(
      "li",
      {
        role: "option",
        id: `${this.element.id}-${index}`,
        "aria-selected": "false",
        "data-command": command,
        on: { click, pointerdown: hold },
      },
      h("strong", {}, `/${command}`),
      h("span", {}, description),
    );
  }

  #choose(command) {
    this.close();
    this.pick(`/${command}`);
  }

  /** Takes the key if the list wants it; true when it did. */
  key(event) {
    if (!this.open) return false;
    const options = [...this.element.children];
    if (event.key === "Escape") this.close();
    else if (event.key === "ArrowDown") this.#mark(options, (this.#chosen + 1) % options.length);
    else if (event.key === "ArrowUp")
      this.#mark(options, (Math.max(this.#chosen, 0) - 1 + options.length) % options.length);
    else if ((event.key === "Enter" || event.key === "Tab") && this.#chosen >= 0)
      this.#choose(options[this.#chosen].dataset.command);
    else return false;
    event.preventDefault();
    return true;
  }

  #mark(options, chosen) {
    this.#chosen = chosen;
    options.forEach((option, index) => option.setAttribute("aria-selected", String(index === chosen)));
    options[chosen].scrollIntoView({ block: "nearest" });
    this.input.setAttribute("aria-activedescendant", options[chosen].id);
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
