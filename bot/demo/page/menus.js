// What can be done with a message, and with a whole conversation.
import { colourful } from "./format.js";
import { t } from "./i18n.js";
import { openMenu } from "./menu.js";
import { failed } from "./toasts.js";

const EMOJI = ["👍", "❤", "👌", "🙏", "😁", "🎉"]; // as Telegram allows them: the heart has no colour mark

/** The menu of a message (or album) on `phone`. */
export function messageMenu(phone, messages, anchor) {
  const [message] = messages;
  const { userId } = phone.place;
  const own = message.from?.id === userId;
  const text = messages.map((one) => one.text ?? one.caption).find(Boolean);
  const worded = messages.find((one) => one.text || one.caption);
  const chosen = (message._reactions ?? [])
    .filter((reaction) => reaction.user_id === userId)
    .map((reaction) => reaction.emoji);
  const { composer } = phone.conversation;
  openMenu(
    anchor,
    [
      { row: EMOJI.map((emoji) => reactionItem(phone, message, emoji, chosen.includes(emoji))) },
      { label: t("message.reply"), icon: "reply", run: () => composer.reply(message) },
      text && { label: t("message.copy"), icon: "copy", run: () => phone.copy(text) },
      own && worded && { label: t("message.edit"), icon: "edit", run: () => composer.edit(worded) },
      own && {
        label: t("message.delete"),
        icon: "trash",
        danger: true,
        run: () => removeAll(phone, messages),
      },
    ],
    t("message.actions"),
  );
}

function reactionItem(phone, message, emoji, chosen) {
  const run = () => phone.on.react(message, chosen ? null : emoji);
  return {
    text: colourful(emoji),
    label: t(chosen ? "message.unreact" : "message.react", { emoji }),
    chosen,
    run,
  };
}

async function removeAll(phone, messages) {
  for (const message of messages) await phone.deeds.remove(message.message_id).catch(failed);
}

/** The menu at the top of `phone`: what it holds depends on what is open. */
export function phoneMenu(phone, anchor) {
  const isPrivate = phone.place?.chatId > 0;
  openMenu(
    anchor,
    [
      ...(isPrivate ? privateItems(phone) : groupItems(phone)),
      phone.hints.hidden && { label: t("phone.hints"), icon: "bulb", run: () => phone.hints.show(true) },
    ],
    t("phone.menu"),
  );
}

function privateItems(phone) {
  const blocked = phone.store.user(phone.place.userId)?._blocked;
  const change = () => (blocked ? phone.deeds.unblock() : phone.deeds.block()).catch(failed);
  return [
    { label: t(blocked ? "phone.unblock" : "phone.block"), icon: "block", danger: !blocked, run: change },
  ];
}

function groupItems(phone) {
  const { store, seat, place } = phone;
  const { members, topics } = store.chat(seat.chatId);
  const bot = members.find((member) => member.user_id === store.bot.id);
  const isAdmin = bot?.status === "administrator";
  const topic = topics.get(place?.thread);
  const change = (what) => () => phone.deeds.topic(what).catch(failed);
  return [
    store.chat(seat.chatId).chat.is_forum && {
      label: t("topics.new"),
      icon: "plus",
      run: () => phone.topics.create(),
    },
    topic &&
      (topic.closed
        ? { label: t("topics.reopen"), icon: "lock", run: change("reopen") }
        : { label: t("topics.close"), icon: "lock", run: change("close") }),
    topic && { label: t("topics.delete"), icon: "trash", danger: true, run: change("delete") },
    {
      label: t(isAdmin ? "bot.demote" : "bot.promote"),
      icon: "shield",
      run: () => phone.setMember(store.bot.id, isAdmin ? "member" : "administrator"),
    },
  ];
}
