// What a message holds besides text: photos, albums, files, stickers, places, contacts, polls.
import { fileUrl } from "./api.js";
import { h, icon } from "./dom.js";
import { t } from "./i18n.js";
import { fullName, kindOf, size } from "./format.js";
import { renderPoll } from "./poll.js";
import { openDialog } from "./toasts.js";
import { renderVoice } from "./voice.js";

const TALL = 1.5; // a picture higher than this times its width is cropped, as chats do

/** The content of one message or of an album (several), or null when there is only text. `scene`: see MessageView. */
export function renderMedia(messages, scene) {
  const tiles = messages.filter((message) => ["photo", "video", "animation"].includes(kindOf(message)));
  if (messages.length > 1 && tiles.length === messages.length) return album(messages);
  const parts = messages.map((message) => renderOne(message, scene)).filter(Boolean);
  return parts.length ? h("div", { class: "media" }, parts) : null;
}

function renderOne(message, scene) {
  const kind = kindOf(message);
  return kind ? RENDER[kind](message, scene) : null;
}

function album(messages) {
  const grid = h("div", {
    class: `album album-${Math.min(messages.length, 5)}`,
    role: "group",
    "aria-label": t("kind.album"),
  });
  grid.append(...messages.map((message) => h("div", { class: "tile" }, renderOne(message))));
  return grid;
}

function photo(message) {
  const largest = message.photo.reduce((a, b) => (b.width * b.height > a.width * a.height ? b : a));
  const alt = message.caption || t("kind.photo.of", { name: fullName(message.from) });
  const source = fileUrl(largest.file_id);
  const picture = h("img", {
    src: source,
    alt,
    width: largest.width,
    height: largest.height,
    decoding: "async",
  });
  picture.style.aspectRatio = `${largest.width} / ${Math.min(largest.height, largest.width * TALL)}`;
  const open = () => openPhoto(source, alt);
  return h(
    "button",
    { type: "button", class: "photo", "aria-label": `${t("kind.photo.open")}: ${alt}`, on: { click: open } },
    picture,
  );
}

function openPhoto(source, alt) {
  const close = h(
    "button",
    { type: "submit", class: "icon-button lightbox-close", "aria-label": t("close"), autofocus: true },
    icon("close"),
  );
  const dialog = h(
    "dialog",
    { class: "lightbox", "aria-label": alt },
    h("form", { method: "dialog" }, close),
    h("img", { src: source, alt }),
  );
  dialog.addEventListener("click", () => dialog.close());
  return openDialog(dialog);
}

const video = (message) =>
  h("video", {
    src: fileUrl((message.animation ?? message.video).file_id),
    controls: true,
    preload: "metadata",
    "aria-label": t("kind.video"),
  });

/** Telegram turns moving pictures into silent films; what a person just sent may still be a GIF. */
const animation = (message) =>
  message.animation.mime_type?.startsWith("image/")
    ? h("img", { class: "animation", src: fileUrl(message.animation.file_id), alt: t("kind.animation") })
    : video(message);

function file({ document: info }) {
  const name = info.file_name ?? t("kind.document");
  const ending = /\.(\w{1,4})$/.exec(name)?.[1] ?? "";
  return h(
    "a",
    {
      class: "file",
      href: fileUrl(info.file_id),
      download: name,
      "aria-label": t("document.download", { name }),
    },
    h("span", { class: "file-icon", "aria-hidden": "true" }, ending ? ending : icon("file")),
    h(
      "span",
      { class: "file-what" },
      h("span", { class: "file-name" }, name),
      h("span", { class: "file-size" }, size(info.file_size)),
    ),
  );
}

function location({ location: { latitude, longitude } }) {
  const where = `${latitude.toFixed(4)}, ${longitude.toFixed(4)}`;
  const map = `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=16/${latitude}/${longitude}`;
  return h(
    "a",
    { class: "location", href: map, target: "_blank", rel: "noopener noreferrer" },
    h("span", { class: "location-map", "aria-hidden": "true" }, icon("place")),
    h(
      "span",
      { class: "location-what" },
      h("strong", {}, t("kind.location")),
      ` ${where}`,
      h("br"),
      t("location.open"),
      " ↗",
    ),
  );
}

const contact = ({ contact: person }) =>
  h(
    "div",
    { class: "contact" },
    h("span", { class: "file-icon", "aria-hidden": "true" }, icon("person")),
    h(
      "span",
      { class: "file-what" },
      h("span", { class: "file-name" }, fullName(person)),
      h("a", { href: `tel:${person.phone_number}` }, person.phone_number),
    ),
  );

const sticker = ({ sticker: info }) =>
  h(
    "span",
    { class: "sticker", role: "img", "aria-label": `${t("kind.sticker")} ${info.emoji ?? ""}` },
    info.emoji ?? "🙂",
  );

const RENDER = {
  photo,
  video,
  animation,
  document: file,
  location,
  contact,
  poll: renderPoll,
  sticker,
  voice: (message) => renderVoice(message.voice, t("kind.voice")),
  audio: (message) =>
    renderVoice(message.audio, message.audio.title ?? message.audio.file_name ?? t("kind.audio")),
  dice: (message) => h("span", { class: "sticker" }, `${message.dice.emoji} ${message.dice.value}`),
};
