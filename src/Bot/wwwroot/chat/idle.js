// Ten minutes without use clear the chat; at nine there is a warning. What counts is the person, not the bot.
import { ask, unask } from './ask.js';
import { kept, touch } from './session.js';
import { word } from './words.js';

const MINUTE = 60_000;
const WARN = 9 * MINUTE;
const CLEAR = 10 * MINUTE;
let warned = false;

export const isStale = session => Date.now() - (session?.used ?? 0) >= CLEAR;

export function watchIdle(clear) {
  const used = () => {
    if (!warned) touch();
  };
  for (const kind of ['keydown', 'pointerdown', 'wheel', 'touchmove']) addEventListener(kind, used, { passive: true, capture: true });
  // Timers of a hidden tab run late: the clock decides, not the number of ticks.
  const tick = () => look(clear);
  setInterval(tick, 5_000);
  document.addEventListener('visibilitychange', tick);
}

async function look(clear) {
  const session = kept();
  if (!session) return;
  if (isStale(session)) {
    warned = false;
    unask();
    clear();
  } else if (Date.now() - session.used >= WARN && !warned) {
    warned = true;
    const answer = await ask({
      urgent: true,
      title: word('still'),
      text: word('still-text'),
      yes: word('still-yes'),
      no: word('still-no'),
    });
    if (!warned) return;
    warned = false;
    // The Escape key means: go away, question. Not: clear what I wrote.
    if (answer === 'no') clear();
    else touch();
  }
}
