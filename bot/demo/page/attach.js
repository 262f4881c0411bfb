// The paperclip: photos, albums, files, stickers, a place, a contact, a poll; with samples for who has none.
import { h } from "./dom.js";
import { fullName, size } from "./format.js";
import { t } from "./i18n.js";
import { openMenu } from "./menu.js";
import { pdfSample, photoSample } from "./samples.js";
import { failed, openDialog } from "./toasts.js";

const STICKERS = ["👍", "❤️", "😂", "🎉", "🙏", "🌻", "🍲"];
const AMERSFOORT = [52.1561, 5.3878];
const SAMPLE_NUMBER = "+31600000000"; // belongs to nobody

/** How Telegram would send this file when it is not sent "as a file". */
function kindOfFile(file) {
  const [type] = file.type.split("/");
  if (file.type === "image/gif") return "animation";
  if (type === "image" && !file.type.includes("svg")) return "photo";
  return type === "video" || type === "audio" ? type : "document";
}

export class AttachMenu {
  constructor(composer) {
    this.composer = composer;
  }

  get deeds() {
    return this.composer.host.deeds;
  }

  open(anchor) {
    openMenu(
      anchor,
      [
        { label: t("attach.photo"), icon: "image", run: () => this.#choose("image/*,video/*,audio/*") },
        { label: t("attach.file"), icon: "file", run: () => this.#choose("", true) },
        { label: t("attach.sample.photo"), icon: "image", run: () => this.#samplePhotos(1) },
        { label: t("attach.sample.album"), icon: "image", run: () => this.#samplePhotos(3) },
        { label: t("attach.sample.file"), icon: "file", run: () => this.#send("document", [pdfSample()]) },
        {
          label: t("attach.location"),
          icon: "place",
          run: () => this.#try(this.deeds.location(...AMERSFOORT)),
        },
        { label: t("attach.contact"), icon: "person", run: () => this.#contact() },
        { label: t("attach.poll"), icon: "poll", run: () => this.#poll() },
        {
          row: STICKERS.map((emoji) => ({
            text: emoji,
            label: `${t("attach.sticker")} ${emoji}`,
            run: () => this.#try(this.deeds.sticker(emoji)),
          })),
        },
      ],
      t("composer.attach"),
    );
  }

  async #try(promise) {
    try {
      await promise;
    } catch (error) {
      failed(error);
    }
  }

  #choose(accept, asFile = false) {
    const input = h("input", {
      type: "file",
      multiple: true,
      accept: accept || null,
      hidden: true,
      class: "file-input",
    });
    input.addEventListener("change", () => {
      const files = [...input.files];
      input.remove();
      if (files.length) this.preview(files, asFile);
    });
    input.addEventListener("cancel", () => input.remove());
    document.body.append(input);
    input.click();
  }

  async #samplePhotos(number) {
    const files = await Promise.all(Array.from({ length: number }, (_, index) => photoSample(index)));
    await this.#send("photo", files);
  }

  #send(kind, files) {
    return this.composer.sendMedia(kind, files, { caption: this.composer.takeText() });
  }

  #contact() {
    const person = this.composer.host.person();
    return this.#try(this.deeds.contact(SAMPLE_NUMBER, fullName(person)));
  }

  /** Shows what is about to be sent, with a text to go with it. */
  async preview(files, asFile = false) {
    const caption = h("input", { type: "text", value: this.composer.takeText(), autofocus: true });
    const plain = h("input", { type: "checkbox", checked: asFile });
    const urls = [];
    const dialog = formDialog(t("attach.title"), t("attach.send"), [
      h(
        "ul",
        { class: "preview" },
        files.map((file) => previewRow(file, urls)),
      ),
      h("label", {}, t("attach.caption"), caption),
      h("label", { class: "check" }, plain, t("attach.as.file")),
    ]);
    const result = await openDialog(dialog, this.composer.host.phone);
    urls.forEach((url) => URL.revokeObjectURL(url));
    if (result !== "ok") return this.composer.fill(caption.value);
    return this.#sendAll(files, plain.checked, caption.value);
  }

  /** Photos and videos travel as one album; every other kind as a message (or album) of its own. */
  async #sendAll(files, asFile, caption) {
    const groups = new Map();
    for (const file of files) {
      const kind = asFile ? "document" : kindOfFile(file);
      groups.set(kind, [...(groups.get(kind) ?? []), file]);
    }
    let text = caption;
    for (const [kind, members] of groups) {
      await this.composer.sendMedia(kind, members, { caption: text });
      text = "";
    }
  }

  async #poll() {
    const question = h("input", {
      type: "text",
      required: true,
      value: t("poll.sample.question"),
      autofocus: true,
    });
    const options = h("textarea", { rows: 3, required: true });
    options.value = t("poll.sample.options");
    const dialog = formDialog(t("poll.title"), t("attach.send"), [
      h("label", {}, t("poll.question"), question),
      h("label", {}, t("poll.options"), options),
    ]);
    if ((await openDialog(dialog, this.composer.host.phone)) !== "ok") return;
    const choices = options.value
      .split("\n")
      .map((line) => line.trim())
      .filter(Boolean);
    await this.#try(this.deeds.poll(question.value.trim(), choices));
  }
}

function previewRow(file, urls) {
  const picture =
    kindOfFile(file) === "photo" && h("img", { src: remember(URL.createObjectURL(file), urls), alt: "" });
  return h("li", {}, picture, h("span", {}, file.name, " ", h("small", {}, size(file.size))));
}

function remember(url, urls) {
  urls.push(url);
  return url;
}

/** A dialog with a form: resolves (through openDialog) with "ok" when it was sent. */
export function formDialog(title, submit, fields) {
  const cancel = h("button", { type: "button", on: { click: () => dialog.close("") } }, t("cancel"));
  const buttons = h(
    "div",
    { class: "dialog-buttons" },
    cancel,
    h("button", { type: "submit", value: "ok", class: "primary" }, submit),
  );
  const dialog = h(
    "dialog",
    { "aria-label": title },
    h("form", { method: "dialog" }, h("h2", {}, title), fields, buttons),
  );
  return dialog;
}
