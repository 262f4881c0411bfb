// Unsent text, kept for each person and conversation; it outlives a reload of the page.

const KEY = "omzien-demo.drafts";

export class Drafts {
  #texts = new Map(Object.entries(JSON.parse(sessionStorage.getItem(KEY) ?? "{}")));
  #contexts = new Map(); // what is being answered or edited; not kept over a reload

  text(key) {
    return this.#texts.get(key) ?? "";
  }

  setText(key, text) {
    if (text) this.#texts.set(key, text);
    else this.#texts.delete(key);
    sessionStorage.setItem(KEY, JSON.stringify(Object.fromEntries(this.#texts)));
  }

  /** {mode: "reply" | "edit", message} or null. */
  context(key) {
    return this.#contexts.get(key) ?? null;
  }

  setContext(key, context) {
    if (context) this.#contexts.set(key, context);
    else this.#contexts.delete(key);
  }
}
