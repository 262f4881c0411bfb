// The world as the page knows it: loaded whole from /control/state, then kept fresh by events.

/** Topic key of a message: 0 is the general topic (Telegram numbers it 1) and every chat without topics. */
export function threadOf(message, isForum) {
  const thread = message.message_thread_id ?? 0;
  return isForum && thread > 1 ? thread : 0;
}

export class Store {
  #listeners = new Set();

  constructor() {
    this.users = new Map();
    this.chats = new Map();
    this.bot = null;
    this.profile = {};
    this.phones = [];
    this.clock = { now: Date.now(), at: performance.now(), offset: 0 };
  }

  /** Calls `listener(event)` after each change; the event of a whole reload is {type: "state"}. */
  subscribe(listener) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #tell(event) {
    for (const listener of this.#listeners) listener(event);
  }

  /** Replaces everything by what GET /control/state gave. */
  load(state) {
    this.bot = state.bot;
    this.profile = state.bot_profile ?? {};
    this.phones = state.phones;
    this.users = new Map(state.users.map((user) => [user.id, user]));
    this.chats = new Map();
    for (const entry of state.chats) this.#putChat(entry);
    this.#putClock(state);
    this.#tell({ type: "state" });
  }

  /** Takes in one server event; events that were already in the state do no harm. */
  apply(event) {
    const take = TAKERS[event.type];
    if (take) take(this, event);
    if (event.type === "chat") this.#putChat(event);
    if (event.type === "clock") this.#putClock(event);
    this.#tell(event);
  }

  /** {chat, members, topics: Map, messages: [] in order}; an empty one for a chat not known yet. */
  chat(id) {
    return (
      this.chats.get(id) ?? {
        chat: { id, type: id > 0 ? "private" : "supergroup" },
        members: [],
        topics: new Map(),
        messages: [],
      }
    );
  }

  user(id) {
    return this.users.get(id) ?? (this.bot?.id === id ? this.bot : null);
  }

  /** The messages of one topic (0: general, or a chat without topics), oldest first. */
  messages(chatId, thread) {
    const { chat, messages } = this.chat(chatId);
    return messages.filter((message) => threadOf(message, chat.is_forum) === thread);
  }

  message(chatId, messageId) {
    return this.chat(chatId).messages.find((message) => message.message_id === messageId);
  }

  /** The world's time now, in milliseconds since 1970. */
  now() {
    return this.clock.now + (performance.now() - this.clock.at);
  }

  /** Adds a message in order, or replaces the one with its id. */
  putMessage(chatId, message) {
    if (!this.chats.has(chatId)) this.#putChat({ chat: message.chat, members: [], topics: [], messages: [] });
    const { messages } = this.chat(chatId);
    let at = messages.length;
    while (at > 0 && messages[at - 1].message_id > message.message_id) at -= 1;
    if (at > 0 && messages[at - 1].message_id === message.message_id) messages[at - 1] = message;
    else messages.splice(at, 0, message);
  }

  changeMessage(chatId, messageId, change) {
    const old = this.message(chatId, messageId);
    if (old) this.putMessage(chatId, { ...old, ...change });
  }

  #putChat({ chat, members, topics, messages }) {
    const old = this.chats.get(chat.id);
    this.chats.set(chat.id, {
      chat,
      members: members ?? old?.members ?? [],
      topics: topics
        ? new Map(topics.map((topic) => [topic.message_thread_id, topic]))
        : (old?.topics ?? new Map()),
      messages: messages ?? old?.messages ?? [],
    });
  }

  #putClock({ now, clock_offset }) {
    this.clock = { now: Date.parse(now), at: performance.now(), offset: clock_offset };
  }
}

const put = (store, { chat_id, message }) => store.putMessage(chat_id, message);

const TAKERS = {
  message: put,
  edited: put,
  deleted(store, { chat_id, message_ids }) {
    const entry = store.chats.get(chat_id);
    const gone = new Set(message_ids);
    if (entry) entry.messages = entry.messages.filter((message) => !gone.has(message.message_id));
  },
  reactions(store, { chat_id, message_id, reactions }) {
    store.changeMessage(chat_id, message_id, { _reactions: reactions });
  },
  pinned(store, { chat_id, message_id, pinned }) {
    store.changeMessage(chat_id, message_id, { _pinned: pinned });
  },
  topic(store, { chat_id, topic }) {
    store.chats.get(chat_id)?.topics.set(topic.message_thread_id, topic);
  },
  topic_deleted(store, { chat_id, message_thread_id }) {
    const entry = store.chats.get(chat_id);
    if (!entry) return;
    entry.topics.delete(message_thread_id);
    entry.messages = entry.messages.filter((message) => threadOf(message, true) !== message_thread_id);
  },
  user(store, { user }) {
    store.users.set(user.id, user);
  },
  profile(store, { bot_profile }) {
    store.profile = bot_profile;
  },
  phones(store, { phones }) {
    store.phones = phones;
  },
};
