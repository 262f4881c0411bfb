// Inline mode: "@bot subsidie" in any conversation shows answers of the bot to send there.
import { t } from "./i18n.js";
import { OptionList } from "./options.js";

const REST = 250; // milliseconds without typing before the bot is asked
const LOOK = 60; // milliseconds between two looks for its answer
const PATIENCE = 3000;

export class InlineList extends OptionList {
  #asked = 0; // counts queries: an answer to an older one is not shown

  /** `bot()` gives the bot's User; `sent()` hears that a result was sent. */
  constructor(input, id, { bot, deeds, sent, failed }) {
    super(input, id, t("composer.inline"));
    Object.assign(this, { bot, deeds, sent, failed });
  }

  close() {
    this.#asked += 1;
    super.close();
  }

  /** Asks the bot when what is typed begins with its name. */
  async update() {
    const name = this.bot()?.username;
    const typed = /^@(\w+)\s([^]*)$/.exec(this.input.value);
    this.#asked += 1;
    if (!name || typed?.[1].toLowerCase() !== name.toLowerCase()) return this.show([]);
    const number = this.#asked;
    await pause(REST);
    if (number !== this.#asked) return undefined;
    try {
      await this.#search(typed[2], () => number === this.#asked);
    } catch (error) {
      this.failed(error);
    }
    return undefined;
  }

  async #search(query, wanted) {
    const { inline_query_id: id } = await this.deeds.inline(query.slice(0, 256));
    for (let waited = 0; wanted() && waited < PATIENCE; waited += LOOK) {
      const answer = await this.deeds.inlineAnswer(id);
      if (answer.results && wanted()) return this.show(this.#items(id, answer));
      await pause(LOOK);
    }
    return undefined;
  }

  #items(id, { results, button }) {
    const found = results.map((result) => ({
      name: result.title ?? result.id,
      text: result.description ?? "",
      choose: () => this.#send(id, result.id),
    }));
    return button ? [{ name: button.text, text: "", choose: () => this.sent() }, ...found] : found;
  }

  #send(id, resultId) {
    this.sent();
    this.deeds.inlinePick(id, resultId).catch(this.failed);
  }
}

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
