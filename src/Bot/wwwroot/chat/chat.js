// Opens the chat: Microsoft's Web Chat on Direct Line, against this same server.
import { ask } from './ask.js';
import { isStale, watchIdle } from './idle.js';
import { looks } from './looks.js';
import { forgetReceipt, showReceipt } from './receipt.js';
import { keep, kept, wipe } from './session.js';
import { word } from './words.js';

const DIRECT_LINE = `${location.origin}/v3/directline`;
const { nonce, notSafe } = document.body.dataset;
const element = id => document.getElementById(id);
const chat = element('chat');
const plain = element('plain');
let directLine;
let store;

// The answer; null where the token is no longer good. Whatever else goes wrong throws, and nothing kept is given up for it.
async function post(path, token) {
  for (let attempt = 1; ; attempt++) {
    const answer = await fetch(DIRECT_LINE + path, { method: 'POST', headers: token ? { Authorization: `Bearer ${token}` } : {} });
    if (answer.ok) return answer.json();
    if (answer.status === 401 || answer.status === 403) return null;
    if (answer.status !== 429 || attempt === 5) throw new Error(`${path}: ${answer.status}`);
    await new Promise(resolve => setTimeout(resolve, 1000 * (Number(answer.headers.get('Retry-After')) || 5)));
  }
}

// The kept conversation where the server still knows it, else a new one.
async function begin() {
  const session = kept();
  const renewed = session && !isStale(session) && (await post('/tokens/refresh', session.token));
  if (renewed) return { ...session, token: renewed.token };
  if (session) wipe();
  const fresh = await post('/tokens/generate');
  return fresh && { token: fresh.token, conversationId: fresh.conversationId };
}

async function open() {
  say(word('opening'));
  const session = await begin().catch(() => null);
  if (!session || !window.WebChat) return say(word('cannot'), true);
  const moved = session.language && session.language !== document.documentElement.lang;
  keep({ ...session, language: document.documentElement.lang, used: Date.now() });
  forgetReceipt();
  directLine = window.WebChat.createDirectLine({ domain: DIRECT_LINE, token: session.token, conversationId: session.conversationId });
  store = window.WebChat.createStore({}, ({ dispatch }) => next => action => next(look(action, dispatch, moved)));
  const room = document.createElement('div');
  room.className = 'room';
  chat.replaceChildren(room);
  window.WebChat.renderWebChat({ directLine, store, nonce, userID: 'visitor', locale: document.documentElement.lang, styleOptions: looks, sendTypingIndicator: false }, room);
}

function look(action, dispatch, moved) {
  if (action.type === 'DIRECT_LINE/CONNECT_FULFILLED') {
    // The server answers the first one with its greeting and takes every later one for the repeat it is.
    queueMicrotask(() => dispatch({ type: 'WEB_CHAT/SEND_EVENT', payload: { name: 'webchat/join' } }));
    queueMicrotask(quietForms);
  }
  if (action.type !== 'DIRECT_LINE/INCOMING_ACTIVITY') return action;
  const { activity } = action.payload;
  if (moved) follow(dispatch);
  const code = activity.channelData?.supportbot?.receipt;
  if (typeof code !== 'string' || activity.from?.role !== 'bot') return { ...action, payload: { ...action.payload, activity: withoutPictures(activity) } };
  // The code stands above the chat, where it can be hidden: so it must not stand in the chat as well.
  showReceipt(code);
  return { ...action, payload: { ...action.payload, activity: { ...activity, text: activity.text?.replaceAll(code, word('above')) } } };
}

// The page was opened in another language than the chat began in: the chat follows, and keeps every answer. It waits until what was said
// before is shown again, so that it comes last.
let following;
function follow(dispatch) {
  if (following === null) return;
  clearTimeout(following);
  following = setTimeout(() => {
    following = null;
    dispatch({ type: 'WEB_CHAT/SEND_POST_BACK', payload: { value: { sb: '1', do: 'speak', c: document.documentElement.lang } } });
  }, 400);
}

// Pictures that were sent are not shown again: there would be nothing to open, and somebody may look over the shoulder.
function withoutPictures(activity) {
  const pictures = (activity.attachments ?? []).filter(a => a.contentType?.startsWith('image/') && !a.contentUrl).length;
  if (!pictures) return activity;
  const note = pictures === 1 ? word('picture') : word('pictures').replace('{count}', pictures);
  return { ...activity, attachments: [], text: activity.text ? `${activity.text}\n\n(${note})` : `(${note})` };
}

function quietForms() {
  for (const box of chat.querySelectorAll('form, input, textarea')) box.setAttribute('autocomplete', 'off');
}

function say(text, offerAgain = false) {
  element('state')?.replaceChildren(text);
  element('again')?.toggleAttribute('hidden', !offerAgain);
}

function close(text) {
  directLine?.end();
  directLine = store = undefined;
  wipe();
  forgetReceipt();
  chat.replaceChildren(plain);
  say(text, true);
  element('again').focus();
}

element('again').addEventListener('click', () => open());

element('not-safe').addEventListener('click', event => {
  // Without a running chat the form goes on to the page with all numbers.
  if (!store) return;
  event.preventDefault();
  store.dispatch({ type: 'WEB_CHAT/SEND_MESSAGE', payload: { text: notSafe } });
  chat.scrollIntoView({ block: 'nearest' });
});

element('start-over').addEventListener('click', async () => {
  const answer = await ask({
    title: word('start-over-ask'),
    text: word('start-over-text'),
    yes: word('start-over'),
    no: word('go-on'),
  });
  if (answer !== 'yes') return;
  close(word('starting'));
  open();
});

watchIdle(() => close(word('cleared')));
open();
