// Messages that Telegram itself puts in a chat: a topic was made, someone joined, ...
import { fullName } from "./format.js";
import { t } from "./i18n.js";

const names = (users) => users.map(fullName).join(", ");
const LINES = {
  forum_topic_created: (value, name) => t("service.topic.created", { name, topic: value.name }),
  forum_topic_edited: (value, name) =>
    value.name ? t("service.topic.edited", { name, topic: value.name }) : t("service.topic.icon", { name }),
  forum_topic_closed: (_, name) => t("service.topic.closed", { name }),
  forum_topic_reopened: (_, name) => t("service.topic.reopened", { name }),
  pinned_message: (_, name) => t("service.pinned", { name }),
  new_chat_members: (users) => t("service.joined", { name: names(users) }),
  left_chat_member: (user) => t("service.left", { name: fullName(user) }),
  group_chat_created: () => t("service.group"),
  supergroup_chat_created: () => t("service.group"),
};
const OTHERS = [
  "general_forum_topic_hidden",
  "general_forum_topic_unhidden",
  "new_chat_title",
  "new_chat_photo",
  "delete_chat_photo",
  "migrate_to_chat_id",
  "migrate_from_chat_id",
  "message_auto_delete_timer_changed",
  "video_chat_started",
  "chat_background_set",
];

const kindOfService = (message) => Object.keys(LINES).find((key) => message[key] !== undefined);

export const isService = (message) =>
  Boolean(kindOfService(message)) || OTHERS.some((key) => message[key] !== undefined);

/** What happened, in a sentence. */
export function serviceText(message) {
  const kind = kindOfService(message);
  return kind ? LINES[kind](message[kind], fullName(message.from)) : t("service.other");
}
