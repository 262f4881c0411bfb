// Whose phone it is: a name and a role, and on a group's phone the choice of who one is.
import { h } from "./dom.js";
import { fullName } from "./format.js";
import { t } from "./i18n.js";

export class Caption {
  /** `become(userId)` hears who was chosen. */
  constructor(store, become) {
    this.store = store;
    this.become = become;
    this.element = h("div", { class: "caption" });
  }

  /** Shows `userId` as the one on this `seat`; returns the phone's full name, for a screen reader. */
  update(seat, userId) {
    const names = seat.userIds.map((id) => fullName(this.store.user(id)));
    const role = t(`role.${this.store.user(userId)?._role ?? seat.role}`);
    const name = names[seat.userIds.indexOf(userId)];
    const key = JSON.stringify([seat.userIds, names, userId, role]);
    if (key !== this.key) this.#draw(seat.userIds, names, userId, role);
    this.key = key;
    return t("phone.of", { name, role });
  }

  #draw(ids, names, userId, role) {
    const hadFocus = this.element.contains(document.activeElement);
    const who = ids.length > 1 ? this.#select(ids, names, userId) : h("strong", {}, names[0]);
    this.element.replaceChildren(
      h("span", { class: "caption-dot", "aria-hidden": "true" }),
      who,
      h("span", { class: "caption-role" }, role),
    );
    if (hadFocus) this.element.querySelector("select")?.focus();
  }

  #select(ids, names, userId) {
    const options = ids.map((id, index) => h("option", { value: id, selected: id === userId }, names[index]));
    const select = h("select", { "aria-label": t("phone.who"), title: t("phone.who") }, options);
    select.addEventListener("change", () => this.become(Number(select.value)));
    return select;
  }
}
