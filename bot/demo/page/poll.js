// A poll in a message: its options are buttons, pressed when the person of this phone chose them.
import { h } from "./dom.js";
import { count, t } from "./i18n.js";

/** `scene`: {userId, on}; on.vote(message, places) chooses those options, none takes the vote back. */
export function renderPoll(message, { userId, on }) {
  const { question, options, total_voter_count: total = 0, is_closed: closed } = message.poll;
  const mine = message._votes?.[userId] ?? [];
  const option = ({ text, voter_count: votes = 0 }, place) => {
    const parts = [
      h("span", {}, text),
      h("span", { class: "poll-votes" }, count("poll.votes", votes)),
      h("meter", { min: 0, max: Math.max(total, 1), value: votes, "aria-hidden": "true" }),
    ];
    if (closed) return h("li", {}, h("div", { class: "poll-option" }, parts));
    const click = () => on.vote(message, next(message.poll, mine, place));
    const pressed = String(mine.includes(place));
    return h(
      "li",
      {},
      h("button", { type: "button", class: "poll-option", "aria-pressed": pressed, on: { click } }, parts),
    );
  };
  return h(
    "div",
    { class: "poll", role: "group", "aria-label": question },
    h("strong", {}, question),
    message.poll.allows_multiple_answers && h("em", {}, t("poll.many")),
    h("ul", {}, options.map(option)),
    closed && h("em", {}, t("poll.closed")),
  );
}

/** What is chosen after a press on the option at `place`: pressed again it is taken back. */
function next(poll, mine, place) {
  if (mine.includes(place)) return mine.filter((one) => one !== place);
  return poll.allows_multiple_answers ? [...mine, place] : [place];
}
