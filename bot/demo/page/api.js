// What people do goes to the server as POST /control/<action>.
import { t } from "./i18n.js";

/** The server refused: `message` is its sentence. */
export class Refused extends Error {}

async function ask(path, init) {
  let response;
  try {
    response = await fetch(path, init);
  } catch {
    throw new Refused(t("failed.offline"));
  }
  const body = await response.json().catch(() => ({}));
  if (!response.ok) throw new Refused(body.error ?? `HTTP ${response.status}`);
  return body;
}

/** The whole world as it is now. */
export const state = () => ask("/control/state", { cache: "no-store" });

/** Does one thing; resolves with the object it changed, or throws `Refused`. */
export function act(action, fields) {
  return ask(`/control/${action}`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(fields),
  });
}

/** Sends files. `fields` are plain values (undefined is left out), `files` are File objects. */
export function upload(fields, files) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    if (value !== undefined && value !== null && value !== "") form.append(name, String(value));
  }
  for (const file of files) form.append("file", file, file.name);
  return ask("/control/media", { method: "POST", body: form });
}

/** Where the bytes of a photo, voice message or document are. */
export const fileUrl = (fileId) => `/control/file/${encodeURIComponent(fileId)}`;
