// A list to choose from above the text field, with the mouse or from the keyboard, as a combobox does.
import { h } from "./dom.js";

export class OptionList {
  #chosen = -1;
  #items = [];

  /** `onToggle(open)` hears when it opens and closes. */
  constructor(input, id, label, onToggle = () => {}) {
    this.input = input;
    this.onToggle = onToggle;
    this.element = h("ul", { class: "commands", role: "listbox", id, "aria-label": label, hidden: true });
  }

  get open() {
    return !this.element.hidden;
  }

  close() {
    this.show([]);
  }

  /** Shows these items: [{name, text, choose()}]; none closes the list. */
  show(items) {
    this.#chosen = -1;
    this.#items = items;
    this.input.removeAttribute("aria-activedescendant");
    this.element.hidden = items.length === 0;
    this.onToggle(this.open);
    this.element.replaceChildren(...items.map((item, index) => this.#option(item, index)));
  }

  #option(item, index) {
    const hold = (event) => event.preventDefault(); // the text field keeps the focus
    return h(
      "li",
      {
        role: "option",
        id: `${this.element.id}-${index}`,
        "aria-selected": "false",
        on: { click: () => this.#choose(item), pointerdown: hold },
      },
      h("strong", {}, item.name),
      h("span", {}, item.text),
    );
  }

  #choose(item) {
    this.close();
    item.choose();
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
      this.#choose(this.#items[this.#chosen]);
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
