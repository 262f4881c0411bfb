// Text with Telegram's entities as DOM nodes. Offsets count UTF-16 code units, as JavaScript strings do.
import { h } from "./dom.js";
import { t } from "./i18n.js";
import { isSafe } from "./links.js";

const TAGS = {
  bold: "strong",
  italic: "em",
  underline: "u",
  strikethrough: "s",
  code: "code",
  cashtag: "span",
  hashtag: "span",
};

/** The nodes for `text`. `on` has `command(text)` and `link(url)`, called when one is tapped. */
export function renderText(text, entities, on) {
  const tree = nest(entities ?? [], text.length);
  return renderRange(text, 0, text.length, tree, on);
}

/** Puts entities that lie inside another one below it; an entity that straddles a border is cut there. */
function nest(entities, length) {
  const sorted = entities
    .map((entity) => ({
      entity,
      start: entity.offset,
      end: Math.min(entity.offset + entity.length, length),
      inner: [],
    }))
    .filter((node) => node.end > node.start)
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const root = { start: 0, end: length, inner: [] };
  const open = [root];
  for (const node of sorted) {
    while (node.start >= open.at(-1).end && open.length > 1) open.pop();
    node.end = Math.min(node.end, open.at(-1).end);
    open.at(-1).inner.push(node);
    open.push(node);
  }
  return root.inner;
}

function renderRange(text, start, end, nodes, on) {
  const out = [];
  let at = start;
  for (const node of nodes) {
    if (node.start > at) out.push(document.createTextNode(text.slice(at, node.start)));
    out.push(wrap(node, text, on));
    at = node.end;
  }
  if (at < end) out.push(document.createTextNode(text.slice(at, end)));
  return out;
}

function wrap(node, text, on) {
  const { entity, start, end } = node;
  const plain = text.slice(start, end);
  const children = renderRange(text, start, end, node.inner, on);
  switch (entity.type) {
    case "bot_command":
      return h(
        "button",
        { type: "button", class: "text-command", on: { click: () => on.command(plain) } },
        children,
      );
    case "url":
      return link(/^[a-z][a-z0-9+.-]*:/i.test(plain) ? plain : `https://${plain}`, children, on);
    case "text_link":
      return link(entity.url, children, on);
    case "email":
      return link(`mailto:${plain}`, children, on);
    case "phone_number":
      return link(`tel:${plain.replace(/[^\d+]/g, "")}`, children, on);
    case "mention":
    case "text_mention":
      return h("span", { class: "mention" }, children);
    case "spoiler":
      return spoiler(children);
    case "pre":
      return h("pre", { "data-language": entity.language }, h("code", {}, children));
    case "blockquote":
      return h("blockquote", {}, children);
    case "expandable_blockquote":
      return expandable(children);
    default:
      return h(TAGS[entity.type] ?? "span", { class: `entity-${entity.type}` }, children);
  }
}

function link(url, children, on) {
  if (!isSafe(url)) return h("span", {}, children);
  const click = (event) => {
    if (on.link(url)) event.preventDefault();
  };
  return h("a", { href: url, target: "_blank", rel: "noopener noreferrer", on: { click } }, children);
}

function spoiler(children) {
  const inner = h("span", { class: "spoiler-text", "aria-hidden": "true" }, children);
  const cover = h(
    "span",
    { class: "spoiler", role: "button", tabindex: "0", "aria-label": t("message.spoiler") },
    inner,
  );
  const show = (event) => {
    if (event.type === "keydown" && event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    event.stopPropagation();
    cover.classList.add("shown");
    for (const name of ["role", "tabindex", "aria-label"]) cover.removeAttribute(name);
    inner.removeAttribute("aria-hidden");
  };
  cover.addEventListener("click", show, { once: true });
  cover.addEventListener("keydown", show);
  return cover;
}

function expandable(children) {
  const quote = h("blockquote", { class: "expandable" }, h("span", { class: "clamp" }, children));
  const toggle = h(
    "button",
    { type: "button", class: "expand", "aria-expanded": "false" },
    t("message.more"),
  );
  toggle.addEventListener("click", () => {
    const open = quote.classList.toggle("open");
    toggle.setAttribute("aria-expanded", String(open));
    toggle.textContent = t(open ? "message.less" : "message.more");
  });
  quote.append(toggle);
  return quote;
}
