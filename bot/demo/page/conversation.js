// One open conversation on a phone: head, pinned bar, messages, and where one writes (or START).
import { avatar, topicAvatar } from "./avatar.js";
import { commandsFor } from "./commands.js";
import { Composer } from "./composer.js";
import { h, icon, iconButton } from "./dom.js";
import { fullName } from "./format.js";
import { count, t } from "./i18n.js";
import { MessageList } from "./messages.js";
import { PinnedBar } from "./pinned.js";
import { failed } from "./toasts.js";
import { Typing } from "./typing.js";

export class Conversation {
  /** `phone`: see phone.js; its `place` is {userId, chatId, thread}. */
  constructor(phone) {
    this.phone = phone;
    this.store = phone.store;
    this.typing = new Typing(() => this.#updateHead());
    this.list = new MessageList({
      source: () => this.messages(),
      scene: () => phone.scene(),
      now: () => this.store.now(),
    });
    this.pinned = new PinnedBar((id) => this.list.jump(id));
    this.composer = new Composer({
      id: phone.id,
      deeds: phone.deeds,
      drafts: phone.drafts,
      phone: phone.element,
      bot: () => this.store.bot,
      commands: () => this.#commands(),
      person: () => this.store.user(phone.place.userId),
      lastOwn: () =>
        this.messages().findLast(
          (message) => message.from?.id === phone.place.userId && (message.text || message.caption),
        ),
    });
    this.#build();
  }

  #build() {
    this.back = iconButton("back", t("phone.back"), () => this.phone.open(null), "back");
    this.menu = iconButton("more", t("phone.menu"), () => this.phone.openMenu(this.menu));
    this.menu.setAttribute("aria-haspopup", "menu");
    this.picture = h("span", { class: "slot" });
    this.title = h("h2", {});
    this.status = h("p", { class: "head-status" });
    this.start = h("button", {
      type: "button",
      class: "start-button",
      on: { click: () => this.#begin() },
    });
    this.foot = h("div", { class: "foot-slot" }, this.start, this.composer.element);
    this.note = h("p", { class: "closed-note", hidden: true }, icon("lock"), t("topics.closed.note"));
    const head = h(
      "header",
      { class: "head" },
      this.back,
      this.picture,
      h("div", { class: "head-text" }, this.title, this.status),
      this.menu,
    );
    this.element = h(
      "div",
      { class: "view conversation" },
      head,
      this.pinned.element,
      this.list.element,
      this.phone.hints.element,
      this.note,
      this.foot,
    );
  }

  messages() {
    const { place } = this.phone;
    return place ? this.store.messages(place.chatId, place.thread) : [];
  }

  /** Another conversation, person or world: everything anew, at the end. */
  reset() {
    this.typing.clear();
    this.update();
    this.list.reset();
  }

  update() {
    const { place } = this.phone;
    if (!place) return;
    this.#updateHead();
    this.#updateFoot();
    this.pinned.update(this.messages());
    this.composer.setPlace(`${place.userId}:${place.chatId}:${place.thread}`);
    this.list.update();
  }

  #updateHead() {
    const { place } = this.phone;
    if (!place) return;
    const { chat, members, topics } = this.store.chat(place.chatId);
    const topic = topics.get(place.thread);
    const title =
      place.chatId > 0
        ? fullName(this.store.bot)
        : (topic?.name ?? (chat.is_forum ? t("topics.general") : chat.title));
    this.back.hidden = !this.phone.hasHome;
    this.picture.replaceChildren(this.#picture(place, chat, topic));
    this.title.textContent = title;
    const action = this.typing.current;
    this.status.classList.toggle("busy", Boolean(action));
    this.status.textContent = action ? this.#actionText(action) : this.#quietStatus(place, chat, members);
  }

  #picture(place, chat, topic) {
    if (place.chatId > 0) return avatar(this.store.bot);
    return chat.is_forum ? topicAvatar(topic ?? { message_thread_id: 0 }) : avatar(chat);
  }

  #actionText(action) {
    const known = ["record_voice", "upload_photo", "upload_document"].includes(action) ? action : "typing";
    const text = t(`status.${known}`);
    return this.phone.place.chatId > 0 ? text : `${this.store.bot.first_name} ${text}`;
  }

  #quietStatus(place, chat, members) {
    if (place.chatId > 0) return t("status.bot");
    const present = members.filter((member) => !["left", "kicked"].includes(member.status)).length;
    return chat.is_forum ? `${chat.title} · ${count("members", present)}` : count("members", present);
  }

  /** START before the first message, "blocked" after blocking, else the text field. */
  #updateFoot() {
    const { place } = this.phone;
    const user = this.store.user(place.userId);
    const isPrivate = place.chatId > 0;
    const blocked = isPrivate && user?._blocked;
    const fresh = isPrivate && !blocked && this.messages().length === 0;
    const closed = Boolean(this.store.chat(place.chatId).topics.get(place.thread)?.closed);
    this.note.hidden = !closed;
    this.start.hidden = !blocked && !fresh;
    this.composer.element.hidden = !this.start.hidden || (closed && !this.#isAdmin());
    this.start.textContent = blocked ? t("phone.unblock") : t("phone.start");
    this.start.setAttribute("aria-label", blocked ? t("phone.unblock") : t("phone.start.label"));
    this.#updateEmpty(isPrivate);
  }

  /** The one big button: who blocked the bot lets it back in, anyone else greets it. */
  #begin() {
    const { place } = this.phone;
    if (this.store.user(place.userId)?._blocked) this.phone.deeds.unblock().catch(failed);
    else this.phone.command("/start");
  }

  #updateEmpty(isPrivate) {
    const text = isPrivate ? this.store.profile.description : "";
    const key = `${isPrivate}${text}`;
    if (key === this.emptyKey) return;
    this.emptyKey = key;
    const about = [avatar(this.store.bot, "large"), h("strong", {}, t("phone.what")), h("p", {}, text)];
    this.list.empty.replaceChildren(...(text ? about : [h("p", {}, t("phone.empty"))]));
    this.list.empty.classList.toggle("about", Boolean(text));
  }

  #commands() {
    const { place } = this.phone;
    if (!place) return [];
    return commandsFor(
      this.store.profile,
      place,
      this.store.user(place.userId)?.language_code,
      this.#isAdmin(),
    );
  }

  #isAdmin() {
    const { chatId, userId } = this.phone.place;
    const member = this.store.chat(chatId).members.find((one) => one.user_id === userId);
    return ["administrator", "creator"].includes(member?.status);
  }
}
