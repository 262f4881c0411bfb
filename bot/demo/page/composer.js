// Where one writes: text field, what is being answered or edited, commands, attachments, voice.
import { AttachMenu } from "./attach.js";
import { CommandList } from "./commands.js";
import { h, icon, iconButton } from "./dom.js";
import { fullName, summary } from "./format.js";
import { t } from "./i18n.js";
import { InlineList } from "./inline.js";
import { VoiceMenu } from "./recorder.js";
import { failed } from "./toasts.js";

const TALLEST = 132; // pixels: about six lines

export class Composer {
  /** `host`: {id, deeds, drafts, bot(), commands(), person(), phone (element), lastOwn()}. */
  constructor(host) {
    this.host = host;
    this.key = null;
    this.input = h("textarea", {
      rows: 1,
      placeholder: t("composer.placeholder"),
      autocomplete: "off",
      enterkeyhint: "send",
    });
    this.list = new CommandList(this.input, `commands-${host.id}`, {
      commands: host.commands,
      pick: (command) => this.sendText(command),
      onToggle: (open) => this.menuButton.setAttribute("aria-expanded", String(open)),
    });
    this.inline = new InlineList(this.input, `inline-${host.id}`, {
      bot: host.bot,
      deeds: host.deeds,
      sent: () => this.#setText(""),
      failed,
    });
    this.attach = new AttachMenu(this);
    this.voice = new VoiceMenu(this);
    this.context = h("div", { class: "context", hidden: true });
    this.#build();
    this.#listen();
  }

  #build() {
    this.menuButton = h(
      "button",
      {
        type: "button",
        class: "menu-button",
        "aria-label": t("composer.menu.label"),
        "aria-expanded": "false",
        on: { click: () => this.list.toggle(), pointerdown: (event) => event.preventDefault() },
      },
      icon("menu"),
      h("span", {}, t("composer.menu")),
    );
    this.clip = iconButton("clip", t("composer.attach"), () => this.attach.open(this.clip));
    this.clip.setAttribute("aria-haspopup", "menu");
    this.mic = iconButton("mic", t("composer.voice"), () => this.voice.open(this.mic));
    this.mic.setAttribute("aria-haspopup", "menu");
    this.sendButton = h(
      "button",
      {
        type: "submit",
        class: "icon-button send",
        "aria-label": t("composer.send"),
        title: t("composer.send"),
      },
      icon("send"),
    );
    this.form = h(
      "form",
      { class: "compose" },
      this.menuButton,
      this.clip,
      this.input,
      this.mic,
      this.sendButton,
    );
    this.element = h(
      "div",
      { class: "composer" },
      this.list.element,
      this.inline.element,
      this.context,
      this.voice.element,
      this.form,
    );
  }

  #listen() {
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.submit();
    });
    this.input.addEventListener("input", () => this.#typed());
    this.input.addEventListener("keydown", (event) => this.#keyDown(event));
    this.input.addEventListener("blur", () => this.#closeLists());
    this.input.addEventListener("paste", (event) => this.#dropped(event, event.clipboardData));
    this.element.addEventListener("dragover", (event) => event.preventDefault());
    this.element.addEventListener("drop", (event) => this.#dropped(event, event.dataTransfer));
  }

  #closeLists() {
    this.list.close();
    this.inline.close();
  }

  #dropped(event, data) {
    const files = [...(data?.files ?? [])];
    if (!files.length) return;
    event.preventDefault();
    this.attach.preview(files);
  }

  /** Moves to another conversation (or person); what was typed stays with the old one. */
  setPlace(key) {
    this.input.setAttribute("aria-label", t("composer.label", { name: fullName(this.host.person()) }));
    if (key === this.key) return this.#refresh();
    this.key = key;
    this.#closeLists();
    this.#setText(this.host.drafts.text(key));
    return this.#refresh();
  }

  #refresh() {
    this.menuButton.hidden = this.host.commands().length === 0;
    this.#showContext();
    this.#showSend();
  }

  #typed() {
    this.host.drafts.setText(this.key, this.input.value);
    this.list.forced = false;
    this.list.update();
    this.inline.update();
    this.#fit();
    this.#showSend();
  }

  #setText(text) {
    this.input.value = text;
    this.host.drafts.setText(this.key, text);
    this.#fit();
    this.#showSend();
  }

  #fit() {
    if (!this.input.offsetParent) return; // not on the page yet: the style sheet's height will do
    this.input.style.height = "auto";
    const edges = this.input.offsetHeight - this.input.clientHeight; // without them the text would scroll
    this.input.style.height = `${Math.min(this.input.scrollHeight + edges, TALLEST)}px`;
  }

  #showSend() {
    const editing = this.host.drafts.context(this.key)?.mode === "edit";
    const writing = Boolean(this.input.value.trim()) || editing;
    this.sendButton.hidden = !writing;
    this.mic.hidden = writing;
    this.sendButton.setAttribute("aria-label", t(editing ? "composer.save" : "composer.send"));
  }

  #keyDown(event) {
    if (event.isComposing || this.list.key(event) || this.inline.key(event)) return;
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      this.submit();
    } else if (event.key === "Escape" && this.host.drafts.context(this.key)) {
      event.stopPropagation();
      this.clearContext();
    } else if (event.key === "ArrowUp" && !this.input.value && this.host.lastOwn()) {
      event.preventDefault();
      this.edit(this.host.lastOwn());
    }
  }

  /** The next message answers `message`. */
  reply(message) {
    if (this.host.drafts.context(this.key)?.mode === "edit") this.clearContext();
    this.host.drafts.setContext(this.key, { mode: "reply", message });
    this.#showContext();
    this.input.focus();
  }

  /** Changes one's own `message`. */
  edit(message) {
    this.host.drafts.setContext(this.key, { mode: "edit", message });
    this.#setText(message.text ?? message.caption ?? "");
    this.#showContext();
    this.input.focus();
  }

  clearContext() {
    const context = this.host.drafts.context(this.key);
    this.host.drafts.setContext(this.key, null);
    if (context?.mode === "edit") this.#setText("");
    this.#showContext();
    this.#showSend();
    this.input.focus();
  }

  #showContext() {
    const context = this.host.drafts.context(this.key);
    this.context.hidden = !context;
    if (!context) return this.context.replaceChildren();
    const title =
      context.mode === "edit"
        ? t("composer.editing")
        : t("composer.replying", { name: fullName(context.message.from) });
    return this.context.replaceChildren(
      icon(context.mode === "edit" ? "edit" : "reply"),
      h("div", {}, h("strong", {}, title), h("span", {}, summary(context.message).slice(0, 120))),
      iconButton("close", t("composer.cancel"), () => this.clearContext()),
    );
  }

  /** Puts a text in the field, ready to send. */
  fill(text) {
    this.#setText(text);
    this.input.focus();
    this.input.setSelectionRange(text.length, text.length);
    this.inline.update();
  }

  /** The id of the message that is being answered; the answer is then no longer pending. */
  takeReply() {
    const context = this.host.drafts.context(this.key);
    if (context?.mode !== "reply") return undefined;
    this.host.drafts.setContext(this.key, null);
    this.#showContext();
    return context.message.message_id;
  }

  /** The text that was typed, for use as a caption; the field is then empty. */
  takeText() {
    const text = this.input.value.trim();
    this.#setText("");
    return text;
  }

  submit() {
    const text = this.input.value.trim();
    const context = this.host.drafts.context(this.key);
    if (!text) return undefined;
    if (context?.mode === "edit") return this.#saveEdit(text, context);
    return this.sendText(text);
  }

  /** Sends at once; a message that the server refuses comes back into the field. */
  async sendText(text) {
    const key = this.key;
    const context = this.host.drafts.context(key);
    const replyTo = this.takeReply();
    this.#closeLists();
    this.#setText("");
    try {
      await this.host.deeds.send(text, replyTo);
    } catch (error) {
      failed(error);
      this.#giveBack(key, text, context);
    }
  }

  async #saveEdit(text, context) {
    const key = this.key;
    this.host.drafts.setContext(key, null);
    this.#setText("");
    this.#showContext();
    try {
      await this.host.deeds.edit(context.message.message_id, text);
    } catch (error) {
      failed(error);
      this.#giveBack(key, text, context);
    }
  }

  #giveBack(key, text, context) {
    const typedSince = this.host.drafts.text(key);
    const all = typedSince ? `${text}\n${typedSince}` : text;
    this.host.drafts.setContext(key, context);
    this.host.drafts.setText(key, all);
    if (key !== this.key) return;
    this.#setText(all);
    this.#showContext();
  }

  /** Sends files; they go as answer to the message that is being answered. */
  async sendMedia(kind, files, extra = {}) {
    try {
      await this.host.deeds.media(kind, files, { ...extra, reply_to: this.takeReply() });
    } catch (error) {
      failed(error);
    }
  }
}
