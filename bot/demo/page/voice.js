// A voice message one can play: button, the shape of the sound, and how long it takes.
import { fileUrl } from "./api.js";
import { h, icon } from "./dom.js";
import { duration } from "./format.js";
import { t } from "./i18n.js";

const BARS = 34;
let playing = null; // one at a time, over all phones

/** A player for a voice message or an audio file (both have file_id and duration in seconds). */
export function renderVoice(info, label) {
  const sound = new Audio();
  const bytes = fetch(fileUrl(info.file_id)).then((response) => response.blob());
  const button = h("button", { type: "button", class: "voice-button" }, icon("play"));
  const bars = h(
    "span",
    { class: "bars", "aria-hidden": "true" },
    Array.from({ length: BARS }, () => h("i")),
  );
  const slider = h("input", {
    type: "range",
    min: 0,
    max: 1000,
    value: 0,
    "aria-label": t("voice.position"),
  });
  const left = h("span", { class: "voice-time" }, duration(info.duration));
  const total = () => (Number.isFinite(sound.duration) ? sound.duration : info.duration);

  function show() {
    const part = total() ? sound.currentTime / total() : 0;
    const on = !sound.paused && !sound.ended;
    button.replaceChildren(icon(on ? "pause" : "play"));
    button.setAttribute(
      "aria-label",
      `${t(on ? "voice.pause" : "voice.play")}: ${label}, ${duration(info.duration)}`,
    );
    slider.value = Math.round(part * 1000);
    slider.setAttribute("aria-valuetext", duration(sound.currentTime));
    [...bars.children].forEach((bar, index) =>
      bar.classList.toggle("played", part > 0 && index < part * BARS),
    );
    left.textContent =
      on || part > 0
        ? `${duration(sound.currentTime)} / ${duration(info.duration)}`
        : duration(info.duration);
  }

  /** The whole sound at once, so that one can jump in it. */
  async function load() {
    if (!sound.src) sound.src = URL.createObjectURL(await bytes);
  }

  async function toggle() {
    await load();
    if (!sound.paused) return sound.pause();
    if (playing && playing !== sound) playing.pause();
    playing = sound;
    return sound.play().catch(show);
  }

  button.addEventListener("click", toggle);
  slider.addEventListener("input", async () => {
    await load();
    sound.currentTime = (slider.value / 1000) * total();
  });
  for (const type of ["play", "pause", "timeupdate", "ended"]) sound.addEventListener(type, show);
  show();
  drawShape(bytes, bars);
  return h("div", { class: "voice" }, button, h("span", { class: "voice-shape" }, bars, slider), left);
}

/** Gives the bars the loudness of the real sound; a sound that cannot be decoded keeps flat bars. */
async function drawShape(bytes, bars) {
  try {
    const encoded = await (await bytes).arrayBuffer();
    const audio = await new OfflineAudioContext(1, 1, 44100).decodeAudioData(encoded);
    const samples = audio.getChannelData(0);
    const peaks = loudness(samples, bars.children.length);
    const top = Math.max(...peaks, 0.01);
    peaks.forEach(
      (peak, index) => (bars.children[index].style.height = `${Math.round(15 + (85 * peak) / top)}%`),
    );
  } catch {
    bars.classList.add("flat");
  }
}

function loudness(samples, parts) {
  const step = Math.floor(samples.length / parts) || 1;
  return Array.from({ length: parts }, (_, part) => {
    let sum = 0;
    for (let at = part * step; at < (part + 1) * step && at < samples.length; at += 8)
      sum += samples[at] ** 2;
    return Math.sqrt(sum / (step / 8));
  });
}
