// Small helpers to build elements. Text always goes in as a text node: nothing that people
// typed is ever parsed as HTML.

const ICONS = {
  back: "M15 5l-7 7 7 7",
  send: "M4 12l16-8-5 16-3.5-6.5z",
  clip: "M8 12.5l6-6a3 3 0 0 1 4.3 4.3l-8 8a5 5 0 0 1-7-7.1l8.2-8.2",
  mic: "M12 3.5a3 3 0 0 0-3 3v5a3 3 0 0 0 6 0v-5a3 3 0 0 0-3-3zM5.5 11.5a6.5 6.5 0 0 0 13 0M12 18v3",
  menu: "M4 7h16M4 12h16M4 17h16",
  more: "M12 5.5v.01M12 12v.01M12 18.5v.01",
  reply: "M10 6L4 12l6 6M4.5 12H14a6 6 0 0 1 6 6v1",
  close: "M6 6l12 12M18 6L6 18",
  pin: "M9 4h6l-.7 6 3.7 3.5H6L9.7 10zM12 13.5V21",
  down: "M12 5v14M6 13l6 6 6-6",
  file: "M7 3.5h7l4 4V20a.5.5 0 0 1-.5.5h-10A.5.5 0 0 1 7 20zM13.5 3.5V8H18",
  place:
    "M12 21s-6.5-6-6.5-11a6.5 6.5 0 0 1 13 0c0 5-6.5 11-6.5 11zM12 12.2a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4z",
  person: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20.5c1-4 4-5.5 7.5-5.5s6.5 1.5 7.5 5.5",
  image: "M4 5h16v14H4zM4 16l5-5 4 4 3-3 4 4M15.5 9.5v.01",
  sticker: "M12 3.5a8.5 8.5 0 1 0 8.5 8.5zM12 3.5V9a3 3 0 0 0 3 3h5.5M8.5 14.5c1.5 2 4 2.5 6 1.5",
  poll: "M5 20V11M12 20V4M19 20v-6",
  edit: "M5 19l1-4L16 5l3 3L9 18z",
  trash: "M5 7h14M9.5 7V4.5h5V7M7 7l1 13h8l1-13",
  copy: "M9 9h10v11H9zM15 9V4H5v11h4",
  lock: "M7 11h10v9H7zM9 11V8a3 3 0 0 1 6 0v3",
  hash: "M9 4L7 20M17 4l-2 16M4.5 9h16M3.5 15h16",
  play: "M8 5.5v13l10.5-6.5z",
  pause: "M8.5 5.5v13M15.5 5.5v13",
  stop: "M7 7h10v10H7z",
  plus: "M12 5v14M5 12h14",
  clock: "M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17zM12 7v5.5l3.5 2",
  bell: "M6 17V11a6 6 0 0 1 12 0v6l1.5 1.5h-15zM10 20.5h4",
  block: "M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17zM6 6l12 12",
  bulb: "M9 17.5h6M9.5 20.5h5M8.5 15c-1.5-1.3-2.5-2.8-2.5-5a6 6 0 0 1 12 0c0 2.2-1 3.7-2.5 5z",
  shield: "M12 3.5l7 2.5v5.5c0 4.5-3 7.5-7 9-4-1.5-7-4.5-7-9V6z",
};

/** An element with attributes, listeners and children (strings become text nodes; null is left out). */
export function h(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === null || value === undefined || value === false) continue;
    if (name === "class") element.className = value;
    else if (name === "on")
      for (const [type, run] of Object.entries(value)) element.addEventListener(type, run);
    else if (name === "data") Object.assign(element.dataset, value);
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(
    ...children.flat().filter((child) => child !== null && child !== undefined && child !== false),
  );
  return element;
}

/** A line icon that says nothing to a screen reader. */
export function icon(name) {
  const ns = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(ns, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", `icon icon-${name}`);
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(ns, "path");
  path.setAttribute("d", ICONS[name]);
  svg.append(path);
  return svg;
}

/** A button that shows an icon only; `label` is its name for everyone else. */
export function iconButton(name, label, onClick, className = "") {
  return h(
    "button",
    {
      type: "button",
      class: `icon-button ${className}`,
      "aria-label": label,
      title: label,
      on: { click: onClick },
    },
    icon(name),
  );
}

/** Everything inside `root` that can take the focus. */
export function focusables(root) {
  return [
    ...root.querySelectorAll("a[href], button, input, textarea, select, audio, video, summary, [tabindex]"),
  ];
}

const scheduled = new Map();

/** Runs `work` once before the next frame, however often it was asked for. */
export function soon(work) {
  if (scheduled.has(work)) return;
  scheduled.set(work, true);
  const run = () => {
    if (!scheduled.delete(work)) return;
    work();
  };
  // A page in the background draws no frames; it must still keep up with the news.
  if (document.hidden) setTimeout(run, 0);
  else requestAnimationFrame(run);
}
