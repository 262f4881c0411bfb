// The list of messages of one conversation: keeps the DOM in step with the store, the scroll where
// the reader left it, and one Tab stop that the arrow keys move.
import { h, icon, soon } from "./dom.js";
import { day, dayKey } from "./format.js";
import { count, t } from "./i18n.js";
import { LineView, MessageView } from "./message.js";
import { isService } from "./service.js";

const WINDOW = 150; // messages drawn at first; "Toon eerdere berichten" adds as many again
const RUN = 300; // seconds within which messages of one person are drawn as one run
const NEAR_END = 80; // pixels from the end that still count as "reading the newest"

export class MessageList {
  #views = new Map();
  #shown = WINDOW;
  #stuck = true;
  #missed = 0;
  #size = ""; // of content and window, when the scroll was last put right

  /** `source()` gives the messages; `scene()` what MessageView needs; `now()` the world's time. */
  constructor({ source, scene, now }) {
    this.source = source;
    this.scene = scene;
    this.now = now;
    this.list = h("ol", { class: "messages", "aria-label": t("messages") });
    this.empty = h("div", { class: "empty" });
    this.earlier = h(
      "button",
      { type: "button", class: "earlier", on: { click: () => this.#showEarlier() } },
      t("messages.earlier"),
    );
    this.scroller = h("div", { class: "scroller" }, this.earlier, this.empty, this.list);
    this.jumpButton = h("button", {
      type: "button",
      class: "jump",
      hidden: true,
      on: { click: () => this.toEnd() },
    });
    this.element = h("div", { class: "list" }, this.scroller, this.jumpButton);
    this.#watchScroll();
    this.#watchKeys();
  }

  /** Starts on another conversation, at its end. */
  reset() {
    this.#views.clear();
    this.list.replaceChildren();
    this.#shown = WINDOW;
    this.currentKey = null;
    this.update();
    this.toEnd();
  }

  /** Brings the list in step with the store. */
  update() {
    const all = this.source();
    const items = this.#items(all.slice(-this.#shown));
    this.earlier.hidden = all.length <= this.#shown;
    this.empty.hidden = all.length > 0;
    const known = this.#views.size;
    const added = this.#draw(items);
    if (known && added && !this.#stuck) this.#missed += added;
    this.#keepScroll();
    this.#moveReach();
  }

  toEnd() {
    this.#stuck = true;
    this.#keepScroll();
  }

  /** Scrolls to a message and lights it up; false when it is not in this conversation. */
  jump(messageId) {
    if (this.source().some((message) => message.message_id === messageId)) {
      while (!this.#find(messageId) && this.source().length > this.#shown) this.#showEarlier();
    }
    const element = this.#find(messageId);
    if (!element) return false;
    element.scrollIntoView({
      block: "center",
      behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth",
    });
    element.classList.remove("lit");
    requestAnimationFrame(() => element.classList.add("lit"));
    element.focus({ preventScroll: true });
    return true;
  }

  #find(messageId) {
    return this.list.querySelector(`[data-ids~="${messageId}"]`);
  }

  #showEarlier() {
    const fromEnd = this.scroller.scrollHeight - this.scroller.scrollTop;
    this.#shown += WINDOW;
    this.#stuck = false;
    this.update();
    this.scroller.scrollTop = this.scroller.scrollHeight - fromEnd;
  }

  /** Dates, service lines, and messages with albums taken together. */
  #items(messages) {
    const items = [];
    let date = null;
    for (const message of messages) {
      const key = dayKey(message.date * 1000);
      if (key !== date)
        items.push({ key: `date-${key}`, kind: "date", text: day(message.date * 1000, this.now()) });
      date = key;
      this.#addItem(items, message);
    }
    items.forEach((item, index) => {
      item.first = !sameRun(items[index - 1], item);
      item.last = !sameRun(item, items[index + 1]);
    });
    return items;
  }

  #addItem(items, message) {
    const before = items.at(-1);
    const group = message.media_group_id;
    if (isService(message))
      items.push({ key: `service-${message.message_id}`, kind: "service", messages: [message] });
    else if (group && before.messages?.[0].media_group_id === group) before.messages.push(message);
    else items.push({ key: `message-${message.message_id}`, kind: "message", messages: [message] });
  }

  /** Makes, moves, updates and removes views; returns how many messages are new. */
  #draw(items) {
    const scene = this.scene();
    const wanted = new Set(items.map((item) => item.key));
    for (const [key, view] of this.#views) if (!wanted.has(key)) this.#remove(key, view);
    let added = 0;
    let at = this.list.firstElementChild;
    for (const item of items) {
      let view = this.#views.get(item.key);
      if (view) view.update(item, scene);
      else {
        view = item.kind === "message" ? new MessageView(item, scene) : new LineView(item);
        view.element.dataset.key = item.key;
        this.#views.set(item.key, view);
        added += item.kind === "message" ? 1 : 0;
      }
      if (at === view.element) at = at.nextElementSibling;
      else this.list.insertBefore(view.element, at);
    }
    return added;
  }

  #remove(key, view) {
    const near =
      view.element.contains(document.activeElement) &&
      (view.element.nextElementSibling ?? view.element.previousElementSibling);
    this.#views.delete(key);
    view.element.remove();
    if (near) this.#reach(near.dataset.key)?.element.focus({ preventScroll: true });
  }

  #watchScroll() {
    this.scroller.addEventListener("scroll", () => {
      const { scrollHeight, scrollTop, clientHeight } = this.scroller;
      // The browser scrolls too when sizes change; only the reader decides to leave the end.
      if (this.#size !== `${scrollHeight} ${clientHeight}`) return;
      this.#stuck = scrollHeight - scrollTop - clientHeight < NEAR_END;
      if (this.#stuck) this.#missed = 0;
      this.#showJump();
    });
    // Pictures that load and a composer that grows change the size without any news.
    const settle = () => this.#keepScroll();
    this.observer = new ResizeObserver(() => soon(settle));
    this.observer.observe(this.list);
    this.observer.observe(this.scroller);
  }

  #keepScroll() {
    if (this.#stuck) {
      this.scroller.scrollTop = this.scroller.scrollHeight;
      this.#missed = 0;
    }
    this.#size = `${this.scroller.scrollHeight} ${this.scroller.clientHeight}`;
    this.#showJump();
  }

  #showJump() {
    this.jumpButton.hidden = this.#stuck;
    const label = this.#missed ? count("unread", this.#missed) : t("unread.jump");
    if (this.jumpButton.getAttribute("aria-label") === label) return;
    this.jumpButton.setAttribute("aria-label", label);
    this.jumpButton.replaceChildren(
      icon("down"),
      ...(this.#missed ? [h("span", { class: "badge" }, this.#missed)] : []),
    );
  }

  #watchKeys() {
    this.list.addEventListener("focusin", (event) => {
      const key = event.target.closest("li.message")?.dataset.key;
      if (key && key !== this.currentKey) this.#reach(key);
    });
    this.list.addEventListener("keydown", (event) => this.#key(event));
    this.list.addEventListener("contextmenu", (event) => {
      const view = this.#views.get(event.target.closest("li.message")?.dataset.key);
      if (!view || event.target.closest("a, video, audio") || !getSelection().isCollapsed) return;
      event.preventDefault();
      this.scene().on.menu(view.item.messages, view.element.querySelector(".message-more"));
    });
  }

  #key(event) {
    const row = event.target.closest("li.message");
    if (!row || event.ctrlKey || event.metaKey || event.altKey) return;
    const view = this.#views.get(row.dataset.key);
    const { on } = this.scene();
    if (event.target !== row) {
      if (event.key === "Escape") row.focus();
      return;
    }
    const rows = [...this.list.querySelectorAll("li.message")];
    const at = rows.indexOf(row);
    const walk = { ArrowUp: rows[at - 1], ArrowDown: rows[at + 1], Home: rows[0], End: rows.at(-1) };
    if (event.key in walk) walk[event.key]?.focus();
    else if (event.key === "Enter") on.menu(view.item.messages, row.querySelector(".message-more"));
    else if (event.key === "r") on.reply(view.item.messages[0]);
    else return;
    event.preventDefault();
  }

  /** The newest message is the Tab stop, unless the reader walked elsewhere. */
  #moveReach() {
    const rows = this.list.querySelectorAll("li.message");
    const inside = this.list.contains(document.activeElement);
    const key = inside && this.#views.has(this.currentKey) ? this.currentKey : [...rows].at(-1)?.dataset.key;
    if (key) this.#reach(key);
  }

  #reach(key) {
    if (this.currentKey !== key) this.#views.get(this.currentKey)?.setReach?.(false);
    this.currentKey = key;
    const view = this.#views.get(key);
    view?.setReach?.(true);
    return view;
  }
}

function sameRun(a, b) {
  if (a?.kind !== "message" || b?.kind !== "message") return false;
  const [one, other] = [a.messages[0], b.messages[0]];
  return one.from?.id === other.from?.id && other.date - one.date < RUN;
}
