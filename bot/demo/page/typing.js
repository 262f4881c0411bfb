// "typt…": shown for as long as Telegram shows it, or until the bot's message is there.

const LASTS = 5000; // milliseconds, as in Telegram's sendChatAction

export class Typing {
  current = null;

  constructor(onChange) {
    this.onChange = onChange;
  }

  show(action) {
    clearTimeout(this.timer);
    this.current = action;
    this.timer = setTimeout(() => this.clear(), LASTS);
    this.onChange();
  }

  clear() {
    clearTimeout(this.timer);
    if (!this.current) return;
    this.current = null;
    this.onChange();
  }
}
