// The bar on top: which world this is, what time it is there, and buttons to move that time.
import * as api from "./api.js";
import { h, icon } from "./dom.js";
import { fieldValue, fromField, moment } from "./format.js";
import { language, switchLanguage, t } from "./i18n.js";
import { failed, notice } from "./toasts.js";

const HOUR = 3600; // seconds

export class Clock {
  constructor(store) {
    this.store = store;
    this.shown = h("time", { class: "clock-now" }, "…");
    this.mark = h("span", { class: "clock-mark" });
    this.field = h("input", { type: "datetime-local", "aria-label": t("clock.field"), required: true });
    const form = h(
      "form",
      { class: "clock-form" },
      this.field,
      h("button", { type: "submit" }, t("clock.go")),
    );
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (this.field.value) this.move({ to: new Date(fromField(this.field.value)).toISOString() });
    });
    this.element = h(
      "section",
      { class: "clock", "aria-label": t("clock.label") },
      h("div", { class: "clock-face" }, icon("clock"), h("div", {}, this.shown, this.mark)),
      h(
        "div",
        { class: "clock-buttons" },
        this.#button("clock.hour", () => this.move({ advance: HOUR })),
        this.#button("clock.day", () => this.move({ advance: 24 * HOUR })),
        this.#nextButton(),
        this.#picker(form),
      ),
    );
    setInterval(() => this.show(), 1000);
    this.show();
  }

  #button(key, run) {
    return h("button", { type: "button", on: { click: run } }, t(key));
  }

  #nextButton() {
    const long = h("span", { class: "long" }, t("clock.next"));
    const short = h("span", { class: "short" }, t("clock.next.short"));
    const shortest = h("span", { class: "shortest" }, t("clock.next.shortest"));
    return h(
      "button",
      {
        type: "button",
        class: "primary",
        "aria-label": t("clock.next"),
        title: t("clock.next"),
        on: { click: () => this.next() },
      },
      icon("bell"),
      long,
      short,
      shortest,
    );
  }

  #picker(form) {
    const fill = () => (this.field.value = fieldValue(this.store.now()));
    const summary = h("summary", { on: { click: fill } }, t("clock.pick"));
    const picker = h("details", { class: "clock-picker" }, summary, form);
    picker.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !picker.open) return;
      picker.open = false;
      picker.firstElementChild.focus();
    });
    this.picker = picker;
    return picker;
  }

  next() {
    return this.move({ to: "next" });
  }

  /** Asks the server to move the world's clock; says what time it became. */
  async move(request) {
    try {
      const { now } = await api.act("clock", request);
      this.picker.open = false;
      notice(t("clock.moved", { when: moment(Date.parse(now)) }));
    } catch (error) {
      failed(error);
    }
  }

  show() {
    if (!this.store.bot) return;
    const now = this.store.now();
    this.shown.textContent = moment(now);
    this.shown.dateTime = new Date(now).toISOString();
    this.mark.textContent = t(this.store.clock.offset ? "clock.ahead" : "clock.real");
  }
}

/** Dutch or English for the page's own words. */
export function languageSwitch() {
  const button = (code, name) =>
    h(
      "button",
      {
        type: "button",
        lang: code,
        title: name,
        "aria-label": name,
        "aria-pressed": String(language === code),
        on: { click: () => switchLanguage(code) },
      },
      code.toUpperCase(),
    );
  return h(
    "div",
    { class: "languages", role: "group", "aria-label": t("language") },
    button("nl", "Nederlands"),
    button("en", "English"),
  );
}
