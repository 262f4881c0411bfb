// Pop-up menus: arrows move, Enter chooses, Escape or a click elsewhere closes, focus goes back.
import { h, icon } from "./dom.js";

let openMenuNow = null;

/** Closes the menu that is open, if any; true if there was one. */
export function closeMenu() {
  openMenuNow?.close();
}

/**
 * Opens a menu near `anchor`. `items`: {label, icon?, danger?, run} or {row: [{text, label, run}]} or null (left out).
 */
export function openMenu(anchor, items, label) {
  const wasOpen = openMenuNow?.anchor === anchor;
  closeMenu();
  if (wasOpen) return;
  const menu = h("div", { class: "menu", role: "menu", "aria-label": label });
  for (const item of items.filter(Boolean)) menu.append(item.row ? renderRow(item.row) : renderItem(item));
  document.body.append(menu);
  place(menu, anchor);
  new OpenMenu(menu, anchor);
}

const choose = (run) => ({
  click: () => {
    closeMenu();
    run();
  },
});

const renderItem = ({ label, icon: name, danger, run }) =>
  h(
    "button",
    {
      type: "button",
      role: "menuitem",
      tabindex: -1,
      class: danger ? "menu-item danger" : "menu-item",
      on: choose(run),
    },
    icon(name),
    label,
  );

const renderRow = (row) =>
  h(
    "div",
    { class: "menu-row", role: "group" },
    row.map(({ text, label, chosen, run }) =>
      h(
        "button",
        {
          type: "button",
          role: "menuitem",
          tabindex: -1,
          class: chosen ? "chosen" : "",
          "aria-label": label,
          on: choose(run),
        },
        text,
      ),
    ),
  );

/** Below the anchor where there is room, else above; inside the phone if it fits there, else inside the window. */
function place(menu, anchor) {
  const margin = 8;
  const box = anchor.getBoundingClientRect();
  const phone = anchor.closest(".case")?.getBoundingClientRect() ?? { left: 0, right: innerWidth };
  const below = innerHeight - box.bottom > menu.offsetHeight + margin;
  const top = below ? box.bottom + 4 : Math.max(margin, box.top - menu.offsetHeight - 4);
  const inPhone = Math.max(phone.left + margin, Math.min(box.left, phone.right - menu.offsetWidth - margin));
  const left = Math.max(margin, Math.min(inPhone, innerWidth - menu.offsetWidth - margin));
  menu.style.top = `${top}px`;
  menu.style.left = `${left}px`;
}

class OpenMenu {
  constructor(menu, anchor) {
    this.menu = menu;
    this.anchor = anchor;
    this.before = document.activeElement;
    this.items = [...menu.querySelectorAll("[role=menuitem]")];
    openMenuNow = this;
    anchor.setAttribute("aria-expanded", "true");
    menu.addEventListener("keydown", (event) => this.key(event));
    this.away = (event) => {
      if (!menu.contains(event.target) && !anchor.contains(event.target)) this.close(false);
    };
    document.addEventListener("pointerdown", this.away, true);
    document.addEventListener("wheel", this.away, { capture: true, passive: true });
    this.items[0]?.focus();
  }

  key(event) {
    const at = this.items.indexOf(document.activeElement);
    const steps = {
      ArrowDown: at + 1,
      ArrowRight: at + 1,
      ArrowUp: at - 1,
      ArrowLeft: at - 1,
      Home: 0,
      End: -1,
    };
    if (event.key === "Escape" || event.key === "Tab") this.close();
    else if (event.key in steps) this.items.at(steps[event.key] % this.items.length).focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  close(giveBack = true) {
    if (openMenuNow !== this) return;
    openMenuNow = null;
    document.removeEventListener("pointerdown", this.away, true);
    document.removeEventListener("wheel", this.away, { capture: true });
    this.anchor.setAttribute("aria-expanded", "false");
    this.menu.remove();
    if (giveBack && this.before?.isConnected) this.before.focus({ preventScroll: true });
  }
}
