// Round pictures of people and groups, square ones of topics: initials on a colour.
import { h, icon } from "./dom.js";
import { fullName, hue, initials } from "./format.js";

const TOPIC_COLOURS = [0x6fb9f0, 0xffd67e, 0xcb86db, 0x8eee98, 0xff93b2, 0xfb6f5f]; // Telegram's six
const SHADES = [5, 1, 2, 3, 6, 0]; // ours that come nearest

export function avatar(user, className = "") {
  return h(
    "span",
    { class: `avatar hue-${hue(user)} ${className}`, "aria-hidden": "true" },
    initials(fullName(user)),
  );
}

/** `topic`: {message_thread_id, name, icon_color?, icon_emoji?}; thread 0 is the general topic. */
export function topicAvatar(topic) {
  if (!topic.message_thread_id)
    return h("span", { class: "avatar general", "aria-hidden": "true" }, icon("hash"));
  const colour = TOPIC_COLOURS.indexOf(topic.icon_color);
  const shade = colour >= 0 ? SHADES[colour] : hue({ id: topic.message_thread_id });
  return h(
    "span",
    { class: `avatar topic-icon ${topic.icon_emoji ? "emoji" : ""} hue-${shade}`, "aria-hidden": "true" },
    topic.icon_emoji || initials(topic.name).slice(0, 1),
  );
}
