// The page's own words, in Dutch and English. What the bot says comes from the bot.
import { en } from "./words.en.js";
import { nl } from "./words.nl.js";

const LANGUAGES = { nl, en };
const KEY = "omzien-demo.language";

export const language = localStorage.getItem(KEY) === "en" ? "en" : "nl";
export const locale = language === "en" ? "en-GB" : "nl-NL";

/** The text for `key` with its {gaps} filled; a missing key is a mistake of ours and shows as itself. */
export function t(key, gaps = {}) {
  const text = LANGUAGES[language][key] ?? nl[key] ?? key;
  return text.replace(/\{(\w+)\}/g, (_, name) => String(gaps[name] ?? ""));
}

/** `key.one` or `key.other`, by number. */
export function count(key, number) {
  return t(`${key}.${number === 1 ? "one" : "other"}`, { n: number });
}

/** Remembers the language and draws the page anew (drafts are kept by the composer). */
export function switchLanguage(code) {
  localStorage.setItem(KEY, code);
  location.reload();
}
