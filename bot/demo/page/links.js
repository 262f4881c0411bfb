// Which links the page follows itself: those that in Telegram stay inside Telegram.

const SAFE = /^(https?|mailto|tel|tg):/i;

/** Whether a link may be put on the page at all (never javascript: and the like). */
export const isSafe = (url) => SAFE.test(url);

/**
 * What a t.me link means here, or null for a link to elsewhere:
 * {start: payload} for our own bot, {chatId, thread, messageId} for a message in a group.
 */
export function inside(url, botName) {
  const match = /^(?:https?:\/\/)?(?:www\.)?t(?:elegram)?\.me\/(.+)$/i.exec(url);
  if (!match) return null;
  const [path, query] = match[1].split("?");
  const parts = path.split("/").filter(Boolean);
  if (botName && parts[0]?.toLowerCase() === botName.toLowerCase()) {
    return { start: new URLSearchParams(query).get("start") ?? "" };
  }
  if (parts[0] !== "c" || parts.length < 3) return null;
  const numbers = parts.slice(1).map(Number);
  return {
    groupDigits: parts[1],
    thread: numbers.length > 2 ? numbers[1] : null,
    messageId: numbers.at(-1),
  };
}

/** Whether a group's id is the one that a t.me/c link names by its last digits. */
export const isGroup = (chatId, digits) => [`-100${digits}`, `-${digits}`].includes(String(chatId));
