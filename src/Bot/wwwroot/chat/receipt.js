// The code a child comes back with. It stays above the chat, so that it cannot scroll away.
import { word } from './words.js';

const box = document.getElementById('receipt');
const code = document.getElementById('code');
const copied = document.getElementById('copied');
const hide = document.getElementById('hide');
const DOTS = '•••• •••• ••••';
let value = '';

export function showReceipt(receipt) {
  if (receipt === value) return;
  value = receipt;
  show(true);
  box.hidden = false;
}

export function forgetReceipt() {
  value = code.textContent = copied.textContent = '';
  box.hidden = true;
}

function show(visible) {
  code.textContent = visible ? value : DOTS;
  hide.textContent = word(visible ? 'hide' : 'show');
  hide.setAttribute('aria-expanded', String(visible));
}

hide.addEventListener('click', () => show(hide.getAttribute('aria-expanded') !== 'true'));

document.getElementById('copy').addEventListener('click', async () => {
  try {
    await navigator.clipboard.writeText(value);
    copied.textContent = word('copied');
  } catch {
    show(true);
    getSelection().selectAllChildren(code);
    copied.textContent = word('marked');
  }
});
