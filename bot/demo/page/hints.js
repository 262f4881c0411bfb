// "Probeer dit": what a newcomer can try on this phone. A tap fills the text field, or does the thing.
import { h, icon, iconButton } from "./dom.js";
import { t } from "./i18n.js";

const KEY = "omzien-demo.hints-hidden";
const HINTS = {
  volunteer: [
    { label: "hint.known", fill: "hint.known.text" },
    { label: "hint.unknown", fill: "hint.unknown.text" },
    { label: "hint.voice", act: "voice", icon: "mic", title: "voice.sample" },
  ],
  member: [
    { label: "hint.agenda", fill: "hint.agenda" },
    { label: "hint.notify", fill: "hint.notify" },
    { label: "hint.clock", act: "clock", icon: "bell", title: "clock.next" },
  ],
  group: [{ step: "hint.staff.steps" }, { label: "hint.queue", fill: "hint.queue" }],
};

/** The strip for one phone. `on`: {fill(text), voice(), clock()}. */
export class Hints {
  constructor(name, role, on) {
    this.key = `${KEY}.${name}`;
    const row = h(
      "div",
      { class: "hints-row" },
      (HINTS[role] ?? HINTS.group).map((hint) => renderHint(hint, on)),
    );
    // A mouse wheel turns up and down; this row goes left and right.
    row.addEventListener("wheel", (event) => row.scrollBy({ left: event.deltaY }), { passive: true });
    this.element = h(
      "div",
      { class: "hints", role: "group", "aria-label": t("hints") },
      h("strong", { class: "hints-title" }, icon("bulb"), t("hints")),
      row,
      iconButton("close", t("hints.hide"), () => this.show(false), "hints-close"),
    );
    this.element.hidden = localStorage.getItem(this.key) === "1";
  }

  get hidden() {
    return this.element.hidden;
  }

  show(visible) {
    this.element.hidden = !visible;
    if (visible) localStorage.removeItem(this.key);
    else localStorage.setItem(this.key, "1");
  }
}

function renderHint(hint, on) {
  if (hint.step) return h("span", { class: "hint-step" }, t(hint.step));
  const label = t(hint.label);
  const title = hint.fill ? t("hint.fills", { text: t(hint.fill) }) : t(hint.title);
  const click = () => (hint.fill ? on.fill(t(hint.fill)) : on[hint.act]());
  const name = `${label}. ${title}`;
  return h(
    "button",
    { type: "button", class: "hint", title, "aria-label": name, on: { click } },
    hint.icon && icon(hint.icon),
    label,
  );
}
