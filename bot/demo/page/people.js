// Who has a phone: one for each person, one for the group; tabs on a narrow screen; "Persoon erbij".
import * as api from "./api.js";
import { formDialog } from "./attach.js";
import { h, icon } from "./dom.js";
import { language, t } from "./i18n.js";
import { badge } from "./topics.js";
import { failed, openDialog } from "./toasts.js";

const ROLES = ["volunteer", "member", "staff", "coordinator"];
const ORDER = { volunteer: 0, group: 1, member: 2 };

/**
 * The seats to draw, from the server's phones: all people of a group share one phone, on which one
 * chooses who one is. Whose phone the server named comes first.
 */
export function seatsOf(store) {
  const seats = new Map();
  for (const { user_id, chat_id } of store.phones) {
    const isGroup = chat_id < 0;
    const id = isGroup ? `g${-chat_id}` : `u${chat_id}`;
    const seat = seats.get(id) ?? {
      id,
      chatId: chat_id,
      userIds: [],
      role: isGroup ? "group" : (store.user(user_id)?._role ?? "member"),
    };
    const others = isGroup ? present(store, chat_id) : [];
    seat.userIds = [...new Set([...seat.userIds, user_id, ...others])];
    seats.set(id, seat);
  }
  return inOrder([...seats.values()]);
}

/** The people who are in a group now. */
function present(store, chatId) {
  const inside = store.chat(chatId).members.filter(({ status }) => !["left", "kicked"].includes(status));
  return inside.map((member) => member.user_id).filter((id) => store.users.has(id));
}

/** Volunteer, staff group, member first; whoever was added later comes after them. */
function inOrder(seats) {
  const firsts = Object.keys(ORDER)
    .map((role) => seats.find((seat) => seat.role === role))
    .filter(Boolean);
  return [...firsts, ...seats.filter((seat) => !firsts.includes(seat))];
}

/** The row of names: a tab list on a narrow screen, shortcuts to a phone on a wide one. */
export class PeopleBar {
  constructor(element, narrow, onChoose) {
    this.element = element;
    this.narrow = narrow;
    this.onChoose = onChoose;
    this.buttons = new Map();
    this.list = h("div", { class: "people-list" });
    element.setAttribute("aria-label", t("people"));
    element.append(this.list);
    this.list.addEventListener("keydown", (event) => this.#key(event));
  }

  update(phones, chosen) {
    const narrow = this.narrow.matches;
    this.element.classList.toggle("many", phones.length > 3);
    for (const phone of phones)
      if (!this.buttons.has(phone.id)) this.buttons.set(phone.id, this.#button(phone));
    for (const [id, button] of this.buttons)
      if (!phones.some((phone) => phone.id === id)) this.#drop(id, button);
    this.list.toggleAttribute("role", narrow);
    if (narrow) this.list.setAttribute("role", "tablist");
    for (const phone of phones) this.#draw(phone, phone === chosen, narrow);
  }

  #drop(id, button) {
    button.remove();
    this.buttons.delete(id);
  }

  #button(phone) {
    const button = h("button", {
      type: "button",
      class: `person role-${phone.seat.role}`,
      id: `tab-${phone.id}`,
      on: { click: () => this.onChoose(phone) },
    });
    this.list.append(button);
    return button;
  }

  #draw(phone, chosen, narrow) {
    const button = this.buttons.get(phone.id);
    const waiting = narrow && !chosen ? phone.waiting : 0;
    const key = JSON.stringify([phone.firstName, phone.seat.role, waiting]);
    if (button.dataset.key !== key) {
      const role = h("small", {}, t(`role.${phone.seat.role}`));
      button.replaceChildren(
        ...[
          h("span", { class: "caption-dot", "aria-hidden": "true" }),
          h("span", {}, phone.firstName),
          role,
          waiting > 0 && badge(waiting),
        ].filter(Boolean),
      );
    }
    button.dataset.key = key;
    const tab = {
      role: "tab",
      "aria-selected": String(chosen),
      "aria-controls": `phone-${phone.id}`,
      tabindex: chosen ? "0" : "-1",
    };
    for (const [name, value] of Object.entries(tab))
      narrow ? button.setAttribute(name, value) : button.removeAttribute(name);
    if (chosen && narrow && !button.classList.contains("chosen"))
      button.scrollIntoView({ inline: "nearest", block: "nearest" });
    button.classList.toggle("chosen", chosen && narrow);
  }

  #key(event) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step || !this.narrow.matches) return;
    const buttons = [...this.buttons.values()];
    const next = buttons.at((buttons.indexOf(document.activeElement) + step) % buttons.length);
    next.click();
    next.focus();
  }
}

/** "Persoon erbij". */
export function addButton() {
  return h(
    "button",
    { type: "button", class: "add-person", "aria-label": t("person.add"), on: { click: addPerson } },
    icon("plus"),
    h("span", {}, t("person.add")),
  );
}

async function addPerson() {
  const first = h("input", {
    type: "text",
    required: true,
    maxlength: 64,
    autofocus: true,
    autocomplete: "off",
  });
  const last = h("input", { type: "text", maxlength: 64, autocomplete: "off" });
  const role = h(
    "select",
    {},
    ROLES.map((name) => h("option", { value: name }, t(`role.${name}`))),
  );
  const tongue = h(
    "select",
    {},
    h("option", { value: "nl", selected: language === "nl" }, "Nederlands"),
    h("option", { value: "en", selected: language === "en" }, "English"),
  );
  const fields = [
    ["person.first", first],
    ["person.last", last],
    ["person.role", role],
    ["person.language", tongue],
  ];
  const dialog = formDialog(
    t("person.title"),
    t("person.submit"),
    fields.map(([key, field]) => h("label", {}, t(key), field)),
  );
  if ((await openDialog(dialog)) !== "ok" || !first.value.trim()) return;
  const lastName = last.value.trim();
  const person = {
    first_name: first.value.trim(),
    ...(lastName ? { last_name: lastName } : {}),
    language_code: tongue.value,
    role: role.value,
  };
  await api.act("user_add", person).catch(failed);
}
