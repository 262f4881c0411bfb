// The bar with pinned messages: shows one, goes to it on a tap, and then shows the one before.
import { h, icon } from "./dom.js";
import { summary } from "./format.js";
import { t } from "./i18n.js";

export class PinnedBar {
  #at = 0;

  constructor(jump) {
    this.jump = jump;
    this.element = h("button", {
      type: "button",
      class: "pinned",
      hidden: true,
      on: { click: () => this.#next() },
    });
  }

  /** Shows the newest of `messages` that is pinned. */
  update(messages) {
    const pinned = messages.filter((message) => message._pinned).reverse();
    const ids = pinned.map((message) => message.message_id).join();
    if (ids !== this.ids) this.#at = 0;
    this.ids = ids;
    this.pinned = pinned;
    this.#show();
  }

  #show() {
    const message = this.pinned[this.#at];
    this.element.hidden = !message;
    if (!message) return;
    const total = this.pinned.length;
    const title = total > 1 ? t("message.pinned.n", { n: total - this.#at, total }) : t("message.pinned");
    this.element.replaceChildren(
      icon("pin"),
      h(
        "span",
        {},
        h("strong", {}, title),
        h("span", { class: "pinned-line" }, summary(message).slice(0, 140)),
      ),
    );
  }

  #next() {
    this.jump(this.pinned[this.#at].message_id);
    this.#at = (this.#at + 1) % this.pinned.length;
    this.#show();
  }
}
