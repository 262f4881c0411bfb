// Puts the page together: the bar, the phones, and the stream that keeps them live.
import { Clock, languageSwitch } from "./clock.js";
import { h } from "./dom.js";
import { Drafts } from "./drafts.js";
import { connect } from "./events.js";
import { language, t } from "./i18n.js";
import { Presses } from "./keyboard.js";
import { addButton, PeopleBar, seatsOf } from "./people.js";
import { Phone } from "./phone.js";
import { Store } from "./store.js";
import { notice } from "./toasts.js";
import { ReadMarks } from "./unread.js";

const narrow = matchMedia("(max-width: 899px)");
const store = new Store();
const clock = new Clock(store);
const presses = new Presses(() => phones.forEach((phone) => phone.place && phone.conversation.list.update()));
const shared = {
  store,
  presses,
  clock,
  unread: new ReadMarks(store),
  drafts: new Drafts(),
  onNews: () => showPeople(),
};
const board = document.getElementById("phones");
let phones = [];
let chosen = null; // the phone that a narrow screen shows

const people = new PeopleBar(document.getElementById("people"), narrow, choose);

function choose(phone) {
  chosen = phone;
  showPeople();
  if (!narrow.matches) phone.element.scrollIntoView({ inline: "center", block: "nearest" });
  phone.refresh();
}

function showPeople() {
  people.update(phones, chosen);
  for (const phone of phones) {
    phone.element.classList.toggle("chosen", phone === chosen);
    if (narrow.matches) phone.element.setAttribute("role", "tabpanel");
    else phone.element.removeAttribute("role");
  }
}

/** Makes a phone for each seat, keeps those that were there, takes away those that are no longer needed. */
function seatPhones() {
  const seats = seatsOf(store);
  const before = new Map(phones.map((phone) => [phone.id, phone]));
  phones = seats.map((seat) => reuse(before.get(seat.id), seat) ?? new Phone(seat, shared));
  for (const phone of before.values()) if (!phones.includes(phone)) phone.element.remove();
  phones.forEach((phone, index) => {
    if (board.children[index] !== phone.element)
      board.insertBefore(phone.element, board.children[index] ?? null);
  });
  board.style.setProperty("--count", phones.length);
  const added = before.size > 0 && phones.find((phone) => !before.has(phone.id));
  if (!phones.includes(chosen)) chosen = phones[0];
  if (added) choose(added);
  showPeople();
}

function reuse(phone, seat) {
  phone?.reseat(seat);
  return phone;
}

/** Whose phone shows the bot's answer to a button: the one on which this person is now. */
function phoneOf(userId) {
  return (
    phones.find((phone) => phone.userId === userId) ??
    phones.find((phone) => phone.seat.userIds.includes(userId))
  );
}

store.subscribe((event) => {
  if (["state", "phones", "chat"].includes(event.type)) seatPhones();
  if (event.type === "answered") presses.answered(event.callback_query_id);
  if (event.type === "toast") phoneOf(event.user_id)?.answer(event.text, event.alert);
  if (event.type === "clock" || event.type === "state") clock.show();
  for (const phone of phones) phone.take(event);
});

const connection = document.getElementById("connection");
let wasLost = false;

function showStatus(status) {
  connection.className = status;
  connection.textContent = { connecting: t("connecting"), lost: t("lost"), live: "" }[status];
  if (status === "live" && wasLost) notice(t("back"));
  wasLost = status === "lost" || (wasLost && status !== "live");
}

document.documentElement.lang = language;
document.title = t("title");
document
  .getElementById("bar")
  .append(
    h(
      "div",
      { class: "brand" },
      h("img", { src: "/static/icon.svg", alt: "", width: 34, height: 34 }),
      h("div", {}, h("h1", {}, "Omzien Helpdesk"), h("p", {}, t("brand.sub"))),
    ),
    clock.element,
    h("div", { class: "bar-end" }, addButton(), languageSwitch()),
  );
narrow.addEventListener("change", () => {
  showPeople();
  phones.forEach((phone) => phone.refresh());
});
setInterval(() => phones.forEach((phone) => phone.tick()), 1000);
connect(store, showStatus);
