// One message (or album) in the list: a bubble with everything that can be in and under it.
import { avatar } from "./avatar.js";
import { focusables, h, icon, iconButton } from "./dom.js";
import { renderText } from "./entities.js";
import { colourful, fullName, hue, kindOf, summary, time } from "./format.js";
import { t } from "./i18n.js";
import { renderKeyboard } from "./keyboard.js";
import { renderMedia } from "./media.js";
import { serviceText } from "./service.js";

/** The message that this one visibly answers; in a topic every message hangs below the topic's first one. */
export function quoted(message) {
  const original = message.reply_to_message;
  return original && !original.forum_topic_created ? original : null;
}

/**
 * A message's place in the list. `update` redraws only what changed, so that a sound keeps playing
 * and an unfolded quote stays open while buttons turn or reactions come.
 *
 * `item`: {messages, first, last} (first/last of a run of one sender). `scene`: {userId, group, busy, on}.
 */
export class MessageView {
  constructor(item, scene) {
    this.element = h("li", { tabindex: -1 });
    this.keyboardSlot = h("div", { class: "slot" });
    this.reactionSlot = h("div", { class: "slot" });
    this.update(item, scene);
  }

  update(item, scene) {
    const message = item.messages[0];
    const busy = scene.busy(message.message_id);
    const bodies = item.messages.map(({ _reactions, _pinned, reply_markup, ...body }) => body);
    this.item = item;
    this.scene = scene;
    this.#refresh("body", [bodies, item.first, item.last, scene.userId], () => this.#drawBody());
    this.#refresh("keyboard", [message.reply_markup, busy], () => this.#drawKeyboard(message, busy));
    this.#refresh("reactions", message._reactions ?? [], () => this.#drawReactions(message));
  }

  #refresh(part, value, draw) {
    const key = `${part}Key`;
    const now = JSON.stringify(value);
    if (this[key] === now) return;
    this[key] = now;
    const focus = this.#rememberFocus();
    draw();
    this.#restoreFocus(focus);
  }

  /** Which control has the focus, so that a redrawn message does not throw the keyboard user out. */
  #rememberFocus() {
    const active = document.activeElement;
    if (active === this.element || !this.element.contains(active)) return null;
    return { key: [...this.#keys()].indexOf(active) };
  }

  #restoreFocus(focus) {
    if (!focus || this.element.contains(document.activeElement)) return;
    this.setReach(true);
    const keys = this.#keys();
    (keys[Math.min(focus.key, keys.length - 1)] ?? this.element).focus({ preventScroll: true });
  }

  /** What is pressed in and under the message. */
  #keys() {
    return this.element.querySelectorAll(".poll-option, .key");
  }

  /** Only the current message's controls are Tab stops: arrows walk the messages. */
  setReach(current) {
    this.current = current;
    for (const control of focusables(this.element)) control.tabIndex = current ? 0 : -1;
    this.element.tabIndex = current ? 0 : -1;
  }

  #drawBody() {
    const { messages, first, last } = this.item;
    const message = messages[0];
    const own = message.from?.id === this.scene.userId;
    const kind = kindOf(message);
    this.element.className = [
      "message",
      own ? "own" : "other",
      first && "run-first",
      last && "run-last",
      this.scene.group && "in-group",
      this.keyboardSlot.hasChildNodes() && "with-keyboard",
    ]
      .filter(Boolean)
      .join(" ");
    this.element.dataset.id = message.message_id;
    this.element.dataset.ids = messages.map((one) => one.message_id).join(" ");
    const words = messages.map(summary).filter(Boolean).join(", ");
    this.element.setAttribute(
      "aria-label",
      `${own ? t("message.you") : fullName(message.from)}: ${words}, ${time(message.date * 1000)}`,
    );
    const bubble = h(
      "div",
      {
        class: [
          "bubble",
          kind && `with-${messages.length > 1 ? "album" : kind}`,
          message.edit_date && "is-edited",
        ]
          .filter(Boolean)
          .join(" "),
      },
      this.#bubbleParts(own),
    );
    const column = h(
      "div",
      { class: "column" },
      h("div", { class: "bubble-line" }, bubble, this.#more()),
      this.keyboardSlot,
      this.reactionSlot,
    );
    const picture =
      this.scene.group && !own && (last ? avatar(message.from) : h("span", { class: "avatar-gap" }));
    this.element.replaceChildren(...[picture, column].filter(Boolean));
    this.setReach(this.current ?? false);
  }

  #bubbleParts(own) {
    const { messages, first } = this.item;
    const message = messages[0];
    const { on } = this.scene;
    const worded = messages.find((one) => one.text || one.caption) ?? message;
    const text = worded.text ?? worded.caption;
    return [
      this.scene.group &&
        !own &&
        first &&
        h("p", { class: `sender hue-${hue(message.from)}` }, fullName(message.from)),
      message.forward_origin &&
        h("p", { class: "forwarded" }, t("message.forwarded", { name: forwardName(message.forward_origin) })),
      quoted(message) && this.#quote(quoted(message)),
      this.#media(messages),
      text &&
        h(
          "div",
          { class: "text", dir: "auto" },
          renderText(text, worded.entities ?? worded.caption_entities, on),
        ),
      !text && !kindOf(message) && h("em", {}, t("message.unknown")),
      h("div", { class: "foot" }, this.scene.group && this.#replyButton(message), this.#meta(message)),
    ].filter(Boolean);
  }

  /** The same player or picture as before, when its content did not change. */
  #media(messages) {
    const key = JSON.stringify(
      messages.map((message) => [
        message.message_id,
        kindOf(message),
        message[kindOf(message)],
        message._votes,
        this.scene.userId,
        message.caption,
      ]),
    );
    if (key !== this.mediaKey) this.mediaNode = renderMedia(messages, this.scene);
    this.mediaKey = key;
    return this.mediaNode;
  }

  #quote(original) {
    const label = t("message.answers", { name: fullName(original.from) });
    return h(
      "button",
      {
        type: "button",
        class: `quote hue-${hue(original.from)}`,
        "aria-label": `${label}: ${summary(original)}`,
        on: { click: () => this.scene.on.jump(original.message_id) },
      },
      h("strong", {}, fullName(original.from)),
      h("span", {}, summary(original).slice(0, 120) || "…"),
    );
  }

  #replyButton(message) {
    return h(
      "button",
      { type: "button", class: "reply-button", on: { click: () => this.scene.on.reply(message) } },
      icon("reply"),
      t("message.reply"),
    );
  }

  #meta(message) {
    const at = time(message.date * 1000);
    return h(
      "span",
      { class: "meta" },
      message.edit_date && h("span", { class: "edited" }, `${t("message.edited")} `),
      h("time", { datetime: new Date(message.date * 1000).toISOString() }, at),
    );
  }

  #more() {
    const button = iconButton(
      "more",
      t("message.actions"),
      () => this.scene.on.menu(this.item.messages, button),
      "message-more",
    );
    button.setAttribute("aria-haspopup", "menu");
    return button;
  }

  #drawKeyboard(message, busy) {
    const keyboard = renderKeyboard(message, busy, this.scene.on);
    this.keyboardSlot.replaceChildren(...(keyboard ? [keyboard] : []));
    this.element.classList.toggle("with-keyboard", Boolean(keyboard));
    this.setReach(this.current ?? false);
  }

  #drawReactions(message) {
    const groups = new Map();
    for (const { emoji, user_id } of message._reactions ?? [])
      groups.set(emoji, [...(groups.get(emoji) ?? []), user_id]);
    const chips = [...groups].map(([emoji, users]) => this.#reaction(message, emoji, users));
    this.reactionSlot.replaceChildren(
      ...(chips.length
        ? [h("div", { class: "reactions", role: "group", "aria-label": t("message.reactions") }, chips)]
        : []),
    );
    this.setReach(this.current ?? false);
  }

  #reaction(message, emoji, users) {
    const mine = users.includes(this.scene.userId);
    const names = users.map((id) => this.scene.name(id)).join(", ");
    const label = `${names}: ${emoji}. ${t(mine ? "message.unreact" : "message.react", { emoji })}`;
    const click = () => this.scene.on.react(message, mine ? null : emoji);
    return h(
      "button",
      {
        type: "button",
        class: mine ? "reaction mine" : "reaction",
        "aria-label": label,
        "aria-pressed": String(mine),
        title: names,
        on: { click },
      },
      colourful(emoji),
      h("span", {}, users.length),
    );
  }
}

const forwardName = (origin) =>
  origin.sender_user_name ?? fullName(origin.sender_user ?? origin.sender_chat ?? origin.chat);

/** A line in the middle: a date, or something that happened in the chat. */
export class LineView {
  constructor(item) {
    this.element = h("li", { class: `line ${item.kind}` });
    this.update(item);
  }

  update(item) {
    this.element.dataset.ids = (item.messages ?? []).map((message) => message.message_id).join(" ");
    const text = item.text ?? serviceText(item.messages[0]);
    if (this.element.textContent !== text) this.element.replaceChildren(h("span", {}, text));
  }
}
