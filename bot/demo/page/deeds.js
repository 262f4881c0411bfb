// What a person does in one conversation, as requests to the server.
import * as api from "./api.js";

/** `place()` gives {userId, chatId, thread}; thread 0 is the general topic or a chat without topics. */
export class Deeds {
  constructor(place) {
    this.place = place;
  }

  #who() {
    const { userId, chatId } = this.place();
    return { as: userId, chat_id: chatId };
  }

  #where() {
    const { thread } = this.place();
    return { ...this.#who(), ...(thread ? { message_thread_id: thread } : {}) };
  }

  send(text, replyTo) {
    return api.act("send", { ...this.#where(), text, ...(replyTo ? { reply_to: replyTo } : {}) });
  }

  /** Several photos, videos or files become an album. `extra`: {caption, duration, reply_to}. */
  media(kind, files, extra = {}) {
    return api.upload({ ...this.#where(), kind, ...extra }, files);
  }

  sticker = (emoji) => api.act("sticker", { ...this.#where(), emoji });
  location = (latitude, longitude) => api.act("location", { ...this.#where(), latitude, longitude });
  contact = (phone_number, first_name) => api.act("contact", { ...this.#where(), phone_number, first_name });
  poll = (question, options) => api.act("poll", { ...this.#where(), question, options });
  vote = (message_id, options) => api.act("vote", { ...this.#who(), message_id, options });
  press = (message_id, data) => api.act("press", { ...this.#who(), message_id, data });
  inline = (query) => api.act("inline", { ...this.#who(), query });
  inlineAnswer = (inline_query_id) => api.act("inline_answer", { inline_query_id });
  inlinePick = (inline_query_id, result_id) =>
    api.act("inline_pick", { ...this.#where(), inline_query_id, result_id });
  edit = (message_id, text) => api.act("edit", { ...this.#who(), message_id, text });
  remove = (message_id) => api.act("delete", { ...this.#who(), message_id });
  react = (message_id, emoji) => api.act("react", { ...this.#who(), message_id, emoji });
  block = () => api.act("block", { as: this.place().userId });
  unblock = () => api.act("unblock", { as: this.place().userId });
  topicCreate = (name) => api.act("topic_create", { ...this.#who(), name });
  topic = (change) => api.act(`topic_${change}`, { ...this.#who(), message_thread_id: this.place().thread });
  member = (user_id, status) => api.act("member", { chat_id: this.place().chatId, user_id, status });
}
