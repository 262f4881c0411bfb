// Voice messages: a spoken sample in one tap, or a recording with the microphone.
import { h, icon, iconButton } from "./dom.js";
import { duration } from "./format.js";
import { t } from "./i18n.js";
import { openMenu } from "./menu.js";
import { spokenSample } from "./samples.js";
import { notice } from "./toasts.js";

const SAMPLE_SECONDS = 3;

export class VoiceMenu {
  #recorder = null;

  constructor(composer) {
    this.composer = composer;
    this.element = h("div", { class: "recording", role: "group", hidden: true });
  }

  open(anchor) {
    openMenu(
      anchor,
      [
        { label: t("voice.sample"), icon: "play", run: () => this.sendSample() },
        { label: t("voice.record"), icon: "mic", run: () => this.record() },
      ],
      t("composer.voice"),
    );
  }

  sendSample() {
    return this.composer.sendMedia("voice", [spokenSample(SAMPLE_SECONDS)], { duration: SAMPLE_SECONDS });
  }

  async record() {
    if (this.#recorder) return;
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
      this.#start(stream);
    } catch {
      notice(t("voice.denied"));
    }
  }

  #start(stream) {
    const recorder = new MediaRecorder(stream);
    const begun = performance.now();
    const seconds = () => (performance.now() - begun) / 1000;
    const chunks = [];
    this.#recorder = recorder;
    recorder.addEventListener("dataavailable", (event) => chunks.push(event.data));
    recorder.addEventListener("stop", () => stream.getTracks().forEach((track) => track.stop()));
    recorder.start();
    this.#showBar(seconds, (keep) => this.#stop(keep, chunks, seconds()));
  }

  #showBar(seconds, stop) {
    const clock = h("span", { class: "recording-time" });
    const tick = () => (clock.textContent = t("voice.recording", { time: duration(seconds()) }));
    const timer = setInterval(tick, 250);
    tick();
    const end = (keep) => {
      clearInterval(timer);
      stop(keep);
    };
    const send = h(
      "button",
      { type: "button", class: "primary", on: { click: () => end(true) } },
      icon("stop"),
      t("voice.stop"),
    );
    this.element.replaceChildren(
      h("span", { class: "recording-dot", "aria-hidden": "true" }),
      clock,
      iconButton("trash", t("voice.discard"), () => end(false)),
      send,
    );
    this.element.hidden = false;
    send.focus();
  }

  #stop(keep, chunks, seconds) {
    const recorder = this.#recorder;
    this.#recorder = null;
    this.element.hidden = true;
    this.composer.input.focus();
    recorder.addEventListener("stop", () => {
      if (!keep) return;
      const type = recorder.mimeType.split(";")[0] || "audio/webm";
      const file = new File(chunks, `ingesproken.${type.split("/")[1]}`, { type });
      this.composer.sendMedia("voice", [file], { duration: Math.max(1, Math.round(seconds)) });
    });
    recorder.stop();
  }
}
