// Quick exit. Loaded first and on its own, so that it works while the chat is still loading.
import { wipe } from './session.js';

const exit = document.getElementById('quick-exit');
const TWICE = 1000;
let lastEscape = -Infinity;

function leave() {
  const neutral = exit.href;
  wipe();
  // Nothing is left to see while the other page loads, or when somebody goes back.
  document.title = 'New tab';
  document.body.replaceChildren();
  // replace: no entry of this page stays in the history.
  location.replace(neutral);
}

document.documentElement.classList.add('scripted');

exit.addEventListener('click', event => {
  event.preventDefault();
  leave();
});

// In the capture phase: no dialog or text box may keep the key for itself.
addEventListener('keydown', event => {
  if (event.key !== 'Escape' || event.repeat) return;
  if (event.timeStamp - lastEscape < TWICE) leave();
  lastEscape = event.timeStamp;
}, true);

// A page that the browser kept whole must not come back with what was on it.
addEventListener('pageshow', event => {
  if (event.persisted) location.reload();
});
