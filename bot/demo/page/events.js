// Keeps the store live: an event stream, and the whole state again after every (re)connection.
import * as api from "./api.js";

const FIRST_RETRY = 500; // milliseconds
const LAST_RETRY = 5000;

/** Connects for ever. `onStatus("connecting" | "live" | "lost")` tells how it goes. */
export function connect(store, onStatus) {
  let wait = FIRST_RETRY;

  function open() {
    const source = new EventSource("/control/events");
    let closed = false;
    let early = []; // events that came before the state did
    const take = (event) => (early ? early.push(event) : store.apply(event));

    async function sync() {
      let state;
      try {
        state = await api.state();
      } catch {
        return retry();
      }
      if (closed) return undefined; // meanwhile the stream broke off: the next one fetches again
      store.load(state);
      for (const event of early) store.apply(event);
      early = null;
      wait = FIRST_RETRY;
      return onStatus("live");
    }

    function retry() {
      if (closed) return;
      closed = true;
      source.close();
      onStatus("lost");
      setTimeout(open, wait);
      wait = Math.min(wait * 2, LAST_RETRY);
    }

    source.onopen = () => sync();
    source.onmessage = (message) => take(JSON.parse(message.data));
    source.onerror = retry;
  }

  onStatus("connecting");
  open();
}
