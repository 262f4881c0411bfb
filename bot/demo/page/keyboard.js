// The rows of buttons under a message of the bot.
import { h } from "./dom.js";
import { t } from "./i18n.js";
import { isSafe } from "./links.js";

const PATIENCE = 15_000; // milliseconds; Telegram's own apps stop waiting for an answer about then

/** Which buttons wait for the bot's answer. One of these is shared by all phones. */
export class Presses {
  #waiting = new Map(); // "chat:message:user" -> {data, queryId, timer}
  #answered = new Set(); // answers that were faster than the reply to our own request

  constructor(onChange) {
    this.onChange = onChange;
  }

  /** The data of the waiting button under this message, or undefined. */
  waiting(chatId, messageId, userId) {
    return this.#waiting.get(`${chatId}:${messageId}:${userId}`)?.data;
  }

  /** Shows the button as busy until `send()`'s query is answered. */
  async press(place, messageId, data, send) {
    const key = `${place.chatId}:${messageId}:${place.userId}`;
    if (this.#waiting.has(key)) return;
    const press = { data, queryId: null, timer: setTimeout(() => this.#stop(key), PATIENCE) };
    this.#waiting.set(key, press);
    this.onChange();
    try {
      press.queryId = String((await send()).callback_query_id);
      if (this.#answered.delete(press.queryId)) this.#stop(key);
    } catch (error) {
      this.#stop(key);
      throw error;
    }
  }

  /** The bot answered: the button stops turning. */
  answered(queryId) {
    const id = String(queryId);
    const found = [...this.#waiting].find(([, press]) => press.queryId === id);
    if (found) this.#stop(found[0]);
    else this.#answered.add(id);
  }

  #stop(key) {
    clearTimeout(this.#waiting.get(key)?.timer);
    if (this.#waiting.delete(key)) this.onChange();
  }
}

/** The inline keyboard of `message`, or null. `on` has press(message, data), link(url), copy(text), share(query), elsewhere(). */
export function renderKeyboard(message, busy, on) {
  const rows = message.reply_markup?.inline_keyboard;
  if (!rows?.length) return null;
  const draw = (button) => renderButton(button, message, busy, on);
  return h(
    "div",
    { class: "keyboard" },
    rows.map((row) => h("div", { class: "keyboard-row" }, row.map(draw))),
  );
}

function renderButton(button, message, busy, on) {
  const { text } = button;
  const style = `key ${button.style ? `key-${button.style}` : ""}`;
  if (button.url && isSafe(button.url)) {
    const click = (event) => on.link(button.url) && event.preventDefault();
    const props = {
      class: `${style} key-url`,
      href: button.url,
      target: "_blank",
      rel: "noopener noreferrer",
    };
    return h(
      "a",
      { ...props, "aria-label": t("button.opens", { text }), on: { click } },
      text,
      h("span", { class: "key-mark", "aria-hidden": "true" }, "↗"),
    );
  }
  if (button.callback_data === undefined) {
    const click = () => {
      if (button.copy_text) return on.copy(button.copy_text.text);
      return button.switch_inline_query === undefined ? on.elsewhere() : on.share(button.switch_inline_query);
    };
    return h("button", { type: "button", class: style, on: { click } }, text);
  }
  const turning = busy === button.callback_data;
  return h(
    "button",
    {
      type: "button",
      class: turning ? `${style} busy` : style,
      "aria-busy": turning ? "true" : null,
      "aria-label": turning ? t("button.busy", { text }) : null,
      on: { click: () => on.press(message, button.callback_data) },
    },
    text,
    turning && h("span", { class: "spinner", "aria-hidden": "true" }),
  );
}
