// Short notices: on top of one phone (what the bot answers to a button press) or of the page.
import { h } from "./dom.js";
import { t } from "./i18n.js";

/** How long a notice stays: long enough to read, in milliseconds. */
const staying = (text) => 2500 + text.length * 60;

/** Shows `text` in the live region `host`, and takes it away again. */
export function toast(host, text, className = "") {
  const note = h("p", { class: `toast ${className}` }, text);
  host.append(note);
  setTimeout(() => note.remove(), staying(text));
}

/** A notice for the whole page, for example that something failed. */
export function notice(text, className = "") {
  toast(document.getElementById("notices"), text, className);
}

/** Tells in words that an action failed. */
export const failed = (error) => notice(t("failed", { why: error.message }), "toast-error");

/** Opens a dialog over `phone` (or the page) and resolves when it closes, with its returnValue. */
export function openDialog(dialog, phone) {
  const before = document.activeElement;
  document.body.append(dialog);
  dialog.showModal();
  if (phone && innerWidth >= 900) centreOver(dialog, phone);
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      dialog.remove();
      if (before?.isConnected) before.focus();
      resolve(dialog.returnValue);
    });
  });
}

function centreOver(dialog, phone) {
  const box = phone.getBoundingClientRect();
  const middle = box.left + box.width / 2;
  const left = Math.min(Math.max(middle - dialog.offsetWidth / 2, 12), innerWidth - dialog.offsetWidth - 12);
  dialog.style.marginLeft = `${left}px`;
  dialog.style.marginRight = "auto";
}

/** What Telegram shows for answerCallbackQuery with show_alert. */
export function alertDialog(text, phone) {
  const close = h("button", { type: "submit", class: "primary", value: "ok", autofocus: true }, t("close"));
  const dialog = h(
    "dialog",
    { class: "alert", role: "alertdialog", "aria-label": text },
    h("form", { method: "dialog" }, h("p", {}, text), h("div", { class: "dialog-buttons" }, close)),
  );
  return openDialog(dialog, phone);
}
