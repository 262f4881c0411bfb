// What has been read on each phone, kept over a reload.
import { isService } from "./service.js";
import { threadOf } from "./store.js";

const KEY = "omzien-demo.read";

export class ReadMarks {
  #marks = JSON.parse(localStorage.getItem(KEY) ?? "{}");

  constructor(store) {
    this.store = store;
  }

  #key(chatId, thread) {
    return `${chatId}:${thread}`;
  }

  /** What was there before this page first saw a chat counts as read; marks of an older world are dropped. */
  #base(chatId) {
    const newest = this.store.chat(chatId).messages.at(-1)?.message_id ?? 0;
    const base = this.#marks[chatId];
    if (base === undefined || base > newest) {
      for (const key of Object.keys(this.#marks)) if (key.startsWith(`${chatId}:`)) delete this.#marks[key];
      this.#marks[chatId] = newest;
      this.#save();
    }
    return this.#marks[chatId];
  }

  #save() {
    localStorage.setItem(KEY, JSON.stringify(this.#marks));
  }

  /** All messages of this conversation have been seen. */
  read(chatId, thread) {
    this.#base(chatId);
    const newest = this.store.messages(chatId, thread).at(-1)?.message_id ?? 0;
    const key = this.#key(chatId, thread);
    if ((this.#marks[key] ?? 0) >= newest) return;
    this.#marks[key] = newest;
    this.#save();
  }

  /** thread -> number of messages of others that were not seen yet. */
  counts(chatId, userId) {
    const base = this.#base(chatId);
    const { chat, messages } = this.store.chat(chatId);
    const counts = new Map();
    for (const message of messages) {
      const thread = threadOf(message, chat.is_forum);
      const mark = Math.max(base, this.#marks[this.#key(chatId, thread)] ?? 0);
      if (message.message_id <= mark || message.from?.id === userId || isService(message)) continue;
      counts.set(thread, (counts.get(thread) ?? 0) + 1);
    }
    return counts;
  }
}
