// Dates, sizes and names as people read them. Wall-clock times are those of the Netherlands.
import { language, locale, t } from "./i18n.js";

export const ZONE = "Europe/Amsterdam";

const format = (options) => new Intl.DateTimeFormat(locale, { timeZone: ZONE, ...options });
const TIME = format({ hour: "2-digit", minute: "2-digit" });
const DAY = format({ weekday: "long", day: "numeric", month: "long" });
const DAY_AND_YEAR = format({ weekday: "long", day: "numeric", month: "long", year: "numeric" });
const SHORT_DAY = format({ weekday: "short", day: "numeric", month: "short" });
const CLOCK_DAY = format({ weekday: "short", day: "numeric", month: "long", year: "numeric" });
const PARTS = new Intl.DateTimeFormat("sv-SE", {
  timeZone: ZONE,
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
});

/** "10:02". `ms` is milliseconds since 1970, here and below. */
export const time = (ms) => TIME.format(ms);

/** "2026-12-03": the day in the Netherlands. */
export const dayKey = (ms) => PARTS.format(ms).slice(0, 10);

/** "donderdag 3 december", with the year when it is not this year's. */
export function day(ms, now) {
  return (dayKey(ms).slice(0, 4) === dayKey(now).slice(0, 4) ? DAY : DAY_AND_YEAR).format(ms);
}

/** The time when it is today, and the date when it is not. */
export const brief = (ms, now) => (dayKey(ms) === dayKey(now) ? time(ms) : SHORT_DAY.format(ms));

/** "do 3 december 2026, 10.02 uur". */
export function moment(ms) {
  const clock = language === "nl" ? `${time(ms).replace(":", ".")} uur` : time(ms);
  return `${CLOCK_DAY.format(ms)}, ${clock}`;
}

/** The value of a datetime-local field: "2026-12-03T10:02". */
export const fieldValue = (ms) => PARTS.format(ms).slice(0, 16).replace(" ", "T");

/** The instant (ms) at which Dutch clocks show `field`; in the hour that is skipped in spring, one hour later. */
export function fromField(field) {
  const wanted = Date.parse(`${field}:00Z`);
  const shown = (ms) => Date.parse(`${PARTS.format(ms).replace(" ", "T")}Z`);
  const guess = wanted - (shown(wanted) - wanted);
  const missed = wanted - shown(guess);
  return missed > 0 && shown(guess + missed) !== wanted ? guess : guess + missed;
}

/** "0:42". */
export function duration(seconds) {
  const whole = Math.max(0, Math.round(seconds || 0));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

/** "12 kB". */
export function size(bytes) {
  if (!bytes) return "";
  const [value, unit] = bytes < 1e6 ? [bytes / 1e3, "kB"] : [bytes / 1e6, "MB"];
  return `${new Intl.NumberFormat(locale, { maximumFractionDigits: value < 10 ? 1 : 0 }).format(value)} ${unit}`;
}

export function fullName(user) {
  return [user?.first_name, user?.last_name].filter(Boolean).join(" ") || user?.title || "?";
}

/** One or two letters for the round picture. */
export function initials(name) {
  const words = name.split(/\s+/).filter((word) => /\p{L}|\p{N}/u.test(word));
  return (
    words
      .slice(0, 2)
      .map((word) => [...word.replace(/^[^\p{L}\p{N}]+/u, "")][0].toUpperCase())
      .join("") || "?"
  );
}

/** One of seven colours, always the same for the same person; a bot has the page's own. */
export const hue = (user) => (user?.is_bot ? "bot" : Math.abs(Number(user?.id) || 0) % 7);

const KINDS = [
  "photo",
  "voice",
  "audio",
  "animation",
  "video",
  "document",
  "sticker",
  "location",
  "contact",
  "poll",
  "dice",
];

/** The emoji with the mark that makes browsers draw it in colour. */
export const colourful = (emoji) => (emoji.length === 1 ? `${emoji}\uFE0F` : emoji);

/** Which kind of content a message holds; null for plain text and service messages. */
export const kindOf = (message) => KINDS.find((kind) => message[kind]) ?? null;

/** The message in one line, for lists, quotes and the screen reader. */
export function summary(message) {
  const kind = kindOf(message);
  const text = message.text ?? message.caption ?? "";
  if (!kind) return text;
  const name = kind === "sticker" ? `${message.sticker.emoji ?? ""} ${t("kind.sticker")}` : t(`kind.${kind}`);
  const detail = text || message.document?.file_name || message.poll?.question || "";
  return detail ? `${name.trim()}: ${detail}` : name.trim();
}
