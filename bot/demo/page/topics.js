// The staff phone's first screen: the topics of the group, the newest on top.
import { formDialog } from "./attach.js";
import { avatar, topicAvatar } from "./avatar.js";
import { h, icon, iconButton } from "./dom.js";
import { brief, fullName, summary } from "./format.js";
import { count, t } from "./i18n.js";
import { isService, serviceText } from "./service.js";
import { threadOf } from "./store.js";
import { openDialog } from "./toasts.js";

export class TopicList {
  /** `host`: {store, unread, userId(), chatId, open(place), create(name), phone, menu(anchor)}. */
  constructor(host) {
    this.host = host;
    this.title = h("div", { class: "head-text" });
    this.menu = iconButton("more", t("phone.menu"), () => host.menu(this.menu));
    this.menu.setAttribute("aria-haspopup", "menu");
    this.picture = h("span", { class: "slot" });
    this.list = h("ul", { class: "topics", "aria-label": t("topics") });
    this.hint = h("p", { class: "topics-none" }, t("topics.none"));
    this.own = h("button", {
      type: "button",
      class: "topic own-chat",
      on: { click: () => host.open({ chatId: host.userId(), thread: 0 }) },
    });
    this.element = h(
      "div",
      { class: "view topics-view" },
      h("header", { class: "head" }, this.picture, this.title, this.menu),
      h("div", { class: "topics-scroll" }, this.list, this.hint),
      this.own,
    );
  }

  /** Asks for a name and makes a topic. */
  async create() {
    const name = h("input", { type: "text", required: true, maxlength: 128, autofocus: true });
    const dialog = formDialog(t("topics.new"), t("topics.make"), h("label", {}, t("topics.name"), name));
    if ((await openDialog(dialog, this.host.phone)) === "ok" && name.value.trim())
      this.host.create(name.value.trim());
  }

  update() {
    const { store, chatId } = this.host;
    const { chat, members, topics, messages } = store.chat(chatId);
    const newest = new Map();
    for (const message of messages) newest.set(threadOf(message, true), message);
    const unread = this.host.unread.counts(chatId, this.host.userId());
    const date = (topic) => newest.get(topic.message_thread_id)?.message_id ?? topic.message_thread_id;
    const open = [...topics.values()]
      .filter((topic) => topic.message_thread_id > 1)
      .sort((a, b) => date(b) - date(a));
    const present = members.filter((member) => !["left", "kicked"].includes(member.status));
    this.picture.replaceChildren(avatar({ id: chatId, title: chat.title }));
    this.title.replaceChildren(h("h2", {}, chat.title ?? ""), h("p", {}, count("members", present.length)));
    this.#drawRows(
      [{ message_thread_id: 0, name: chat.is_forum ? t("topics.general") : chat.title }, ...open],
      newest,
      unread,
    );
    this.hint.hidden = open.length > 0 || !chat.is_forum;
    this.#drawOwn();
  }

  #drawRows(topics, newest, unread) {
    const focused = this.list.contains(document.activeElement) ? document.activeElement.dataset.thread : null;
    this.list.replaceChildren(
      ...topics.map((topic) =>
        this.#row(topic, newest.get(topic.message_thread_id), unread.get(topic.message_thread_id) ?? 0),
      ),
    );
    if (focused !== null) this.list.querySelector(`[data-thread="${focused}"]`)?.focus();
  }

  #row(topic, last, unread) {
    const { store, chatId } = this.host;
    const line = last ? lastLine(last) : "";
    const click = () => this.host.open({ chatId, thread: topic.message_thread_id });
    return h(
      "li",
      {},
      h(
        "button",
        {
          type: "button",
          class: `topic ${topic.closed ? "closed" : ""}`,
          "data-thread": topic.message_thread_id,
          on: { click },
        },
        topicAvatar(topic),
        h(
          "span",
          { class: "topic-what" },
          h("span", { class: "topic-name" }, topic.name),
          h(
            "span",
            { class: "topic-last" },
            topic.closed && [icon("lock"), t("topics.closed"), line && " · "],
            line,
          ),
        ),
        h(
          "span",
          { class: "topic-side" },
          last && h("time", {}, brief(last.date * 1000, store.now())),
          unread > 0 && badge(unread),
        ),
      ),
    );
  }

  #drawOwn() {
    const { store, unread, userId } = this.host;
    const waiting = unread.counts(userId(), userId()).get(0) ?? 0;
    this.own.replaceChildren(
      avatar(store.bot),
      h(
        "span",
        { class: "topic-what" },
        h("span", { class: "topic-name" }, fullName(store.bot)),
        h("span", { class: "topic-last" }, t("phone.own")),
      ),
      h("span", { class: "topic-side" }, waiting > 0 && badge(waiting)),
    );
  }
}

/** The number of unread messages, with words for a screen reader. */
export function badge(number) {
  return h(
    "span",
    { class: "badge" },
    h("span", { "aria-hidden": "true" }, number),
    h("span", { class: "visually-hidden" }, count("unread", number)),
  );
}

function lastLine(message) {
  if (isService(message)) return serviceText(message);
  return `${fullName(message.from)}: ${summary(message)}`.slice(0, 140);
}
