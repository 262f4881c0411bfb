// One phone: whose it is, which conversation is open on it, and what its buttons do.
import { act } from "./api.js";
import { Caption } from "./caption.js";
import { Conversation } from "./conversation.js";
import { Deeds } from "./deeds.js";
import { h, soon } from "./dom.js";
import { fullName, summary, time } from "./format.js";
import { Hints } from "./hints.js";
import { t } from "./i18n.js";
import { inside, isGroup } from "./links.js";
import { messageMenu, phoneMenu } from "./menus.js";
import { isService } from "./service.js";
import { threadOf } from "./store.js";
import { alertDialog, failed, toast } from "./toasts.js";
import { TopicList } from "./topics.js";

const SAID = 5000; // milliseconds that a line for the screen reader stays: later it would be read twice

export class Phone {
  /** `seat`: {id, chatId, userIds, role}; a group's phone seats several people, one at a time. */
  constructor(seat, { store, presses, unread, drafts, clock, onNews }) {
    Object.assign(this, { store, presses, unread, drafts, clock, onNews });
    this.id = seat.id;
    this.seat = seat;
    this.userId = seat.userIds[0];
    this.element = h("section", { class: `phone role-${seat.role}`, id: `phone-${seat.id}` });
    this.deeds = new Deeds(() => this.place ?? { userId: this.userId, chatId: seat.chatId, thread: 0 });
    this.hints = new Hints(seat.id, seat.role, {
      fill: (text) => this.fill(text),
      voice: () => this.sendVoice(),
      clock: () => clock.next(),
    });
    this.refresh = () => this.#update();
    this.#build();
    this.open(this.isForum ? null : { chatId: seat.chatId, thread: 0 });
  }

  /** A phone of a group has a first screen: its topics, and one's own chat with the bot. */
  get hasHome() {
    return this.seat.chatId < 0;
  }

  get isForum() {
    return Boolean(this.store.chat(this.seat.chatId).chat.is_forum);
  }

  #build() {
    this.toasts = h("div", { class: "toasts", role: "status", "aria-live": "polite" });
    this.live = h("div", { class: "visually-hidden", "aria-live": "polite", role: "log" });
    this.caption = new Caption(this.store, (userId) => this.become(userId));
    this.wallTime = h("span", {});
    this.screen = h("div", { class: "screen" });
    this.conversation = new Conversation(this);
    this.topics = new TopicList({
      store: this.store,
      unread: this.unread,
      chatId: this.seat.chatId,
      phone: this.element,
      userId: () => this.userId,
      open: (place) => this.open(place),
      create: (name) => this.deeds.topicCreate(name).catch(failed),
      menu: (anchor) => this.openMenu(anchor),
    });
    const top = h(
      "div",
      { class: "status-bar", "aria-hidden": "true" },
      this.wallTime,
      h("span", { class: "status-icons" }, h("i"), h("i"), h("i")),
    );
    this.element.append(
      this.caption.element,
      h("div", { class: "case" }, top, this.toasts, this.screen),
      this.live,
    );
  }

  /** Opens a conversation ({chatId, thread}), or the list of topics (null). */
  open(where) {
    const before = this.place;
    const hadFocus = this.screen.contains(document.activeElement);
    this.place = where && { ...where, userId: this.userId };
    const view = this.place ? this.conversation : this.topics;
    this.screen.replaceChildren(view.element);
    if (!this.place) this.topics.element.insertBefore(this.hints.element, this.topics.own);
    else this.conversation.element.insertBefore(this.hints.element, this.conversation.note);
    if (this.place) this.conversation.reset();
    this.#update();
    if (hadFocus) this.#focusAfterMove(before);
  }

  #focusAfterMove(before) {
    if (!this.place) this.topics.list.querySelector(`[data-thread="${before?.thread}"]`)?.focus();
    else if (matchMedia("(hover: hover)").matches) this.conversation.composer.input.focus();
    else this.conversation.back.focus();
  }

  /** Another person takes this phone (a group's phone only). */
  become(userId) {
    this.userId = userId;
    const own = this.place?.chatId > 0;
    this.open(own ? { chatId: userId, thread: 0 } : this.place);
  }

  reseat(seat) {
    this.seat = seat;
    if (!seat.userIds.includes(this.userId)) this.become(seat.userIds[0]);
    soon(this.refresh);
  }

  /** A change in the world. */
  take(event) {
    if (event.type === "state") return this.#takeWorld();
    if (event.type === "message") this.#heard(event);
    if (event.type === "reactions") this.#sawReaction(event);
    if (event.type === "action" && this.#isHere(event.chat_id, event.message_thread_id ?? 0))
      this.conversation.typing.show(event.action);
    if (
      event.type === "topic_deleted" &&
      this.place?.chatId === event.chat_id &&
      this.place.thread === event.message_thread_id
    )
      this.#topicGone();
    return soon(this.refresh);
  }

  #takeWorld() {
    const { place } = this;
    const gone = place?.thread && !this.store.chat(place.chatId).topics.has(place.thread);
    if (gone) return this.open(null);
    return soon(this.refresh);
  }

  #topicGone() {
    toast(this.toasts, t("topics.gone"));
    this.open(null);
  }

  #isHere(chatId, thread) {
    return this.place?.chatId === chatId && this.place.thread === (thread > 1 ? thread : 0);
  }

  #thread(chatId, message) {
    return threadOf(message, this.store.chat(chatId).chat.is_forum);
  }

  #heard({ chat_id, message }) {
    if (!this.#isHere(chat_id, this.#thread(chat_id, message))) return;
    if (message.from?.is_bot) this.conversation.typing.clear();
    if (message.from?.id !== this.userId && !isService(message))
      this.#say(`${fullName(message.from)}: ${summary(message)}`);
  }

  #sawReaction({ chat_id, message_id, reactions }) {
    const message = this.store.message(chat_id, message_id);
    const last = reactions.at(-1);
    if (
      !message ||
      !last ||
      last.user_id === this.userId ||
      !this.#isHere(chat_id, this.#thread(chat_id, message))
    )
      return;
    this.#say(`${fullName(this.store.user(last.user_id))}: ${last.emoji}`);
  }

  /** Reads a line out to a screen reader. */
  #say(text) {
    const line = h("p", {}, text);
    this.live.append(line);
    setTimeout(() => line.remove(), SAID);
  }

  #update() {
    this.element.setAttribute("aria-label", this.caption.update(this.seat, this.userId));
    if (this.place) this.conversation.update();
    else this.topics.update();
    if (this.place && this.isVisible) this.unread.read(this.place.chatId, this.place.thread);
    this.tick();
    this.onNews(this);
  }

  tick() {
    this.wallTime.textContent = time(this.store.now());
  }

  get isVisible() {
    return this.element.offsetParent !== null;
  }

  /** Messages nobody on this phone has seen. */
  get waiting() {
    const counts = this.unread.counts(this.seat.chatId, this.userId);
    return [...counts.values()].reduce((sum, number) => sum + number, 0);
  }

  get name() {
    return fullName(this.store.user(this.userId));
  }

  get firstName() {
    return this.store.user(this.userId)?.first_name ?? "?";
  }

  /** What a message needs to draw itself and to act. */
  scene() {
    const { chatId, userId } = this.place;
    return {
      userId,
      group: chatId < 0,
      busy: (messageId) => this.presses.waiting(chatId, messageId, userId),
      name: (id) => fullName(this.store.user(id)),
      on: this.on,
    };
  }

  on = {
    press: (message, data) =>
      this.presses
        .press(this.place, message.message_id, data, () => this.deeds.press(message.message_id, data))
        .catch(failed),
    command: (text) => this.command(text),
    link: (url) => this.#follow(url),
    copy: (text) => this.copy(text),
    share: (query) => this.conversation.composer.fill(`@${this.store.bot.username} ${query}`),
    elsewhere: () => toast(this.toasts, t("button.elsewhere")),
    jump: (messageId) => this.conversation.list.jump(messageId) || toast(this.toasts, t("message.gone")),
    reply: (message) => this.conversation.composer.reply(message),
    vote: (message, places) => this.deeds.vote(message.message_id, places).catch(failed),
    react: (message, emoji) => this.deeds.react(message.message_id, emoji).catch(failed),
    menu: (messages, anchor) => messageMenu(this, messages, anchor),
  };

  openMenu(anchor) {
    phoneMenu(this, anchor);
  }

  async copy(text) {
    try {
      await navigator.clipboard.writeText(text);
      toast(this.toasts, t("message.copied"));
    } catch (error) {
      failed(error);
    }
  }

  /** Sends a command; in a group it is addressed to the bot, as Telegram's apps do. */
  command(text) {
    const name = this.store.bot.username;
    const full = this.place.chatId < 0 && !text.includes("@") && name ? `${text}@${name}` : text;
    return this.deeds.send(full).catch(failed);
  }

  /** Follows a link that stays inside Telegram; false for one to elsewhere. */
  #follow(url) {
    const target = inside(url, this.store.bot.username);
    if (!target) return false;
    if (target.groupDigits) return this.#goTo(target);
    this.open({ chatId: this.userId, thread: 0 });
    this.command(`/start ${target.start}`.trim());
    return true;
  }

  #goTo({ groupDigits, messageId }) {
    const { chatId } = this.seat;
    const message = isGroup(chatId, groupDigits) && this.store.message(chatId, messageId);
    if (!message) {
      toast(this.toasts, t("message.gone"));
      return true;
    }
    this.open({ chatId, thread: this.#thread(chatId, message) });
    this.conversation.list.jump(messageId);
    return true;
  }

  /** The bot's answer to a button press. */
  answer(text, isAlert) {
    if (isAlert) alertDialog(text, this.element);
    else toast(this.toasts, text);
  }

  fill(text) {
    if (!this.place) this.open({ chatId: this.seat.chatId, thread: 0 });
    this.conversation.composer.fill(text);
  }

  sendVoice() {
    if (!this.place) return undefined;
    return this.conversation.composer.voice.sendSample();
  }

  setMember(userId, status) {
    return act("member", { chat_id: this.seat.chatId, user_id: userId, status }).catch(failed);
  }
}
