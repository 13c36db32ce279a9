// Microsoft's own client, unchanged, against a running bot:   node conformance.cjs <base address>
// Prints one line of JSON for every step, and ends with 0 where all of them passed.
const http = require('node:http');
const BaseXhr = require('xhr2');
const BaseSocket = require('ws');

const base = process.argv[2].replace(/\/$/, '');
const domain = `${base}/v3/directline`;
const PATIENCE = 25_000;
const sockets = [];

// What a browser brings and Node's stand-ins lack: a form as a body, and a way to pull the plug.
global.XMLHttpRequest = class extends BaseXhr {
  send(body) {
    if (!(body instanceof FormData)) return super.send(body);
    const form = new Response(body);
    this.setRequestHeader('Content-Type', form.headers.get('Content-Type'));
    form.arrayBuffer().then(bytes => super.send(Buffer.from(bytes)));
  }
};
global.WebSocket = class extends BaseSocket {
  constructor(...args) {
    super(...args);
    sockets.push(this);
  }
};

const { ConnectionStatus, DirectLine } = require('botframework-directlinejs');

let failed = 0;
async function step(name, run) {
  const began = Date.now();
  try {
    await run();
    console.log(JSON.stringify({ step: name, ok: true, ms: Date.now() - began }));
  } catch (e) {
    failed++;
    console.log(JSON.stringify({ step: name, ok: false, why: String(e?.message ?? e) }));
  }
}

function within(promise, what) {
  let timer;
  const late = new Promise((_, reject) => (timer = setTimeout(() => reject(new Error(`no ${what} within ${PATIENCE / 1000} s`)), PATIENCE)));
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

const first = (observable, wanted, what) => within(new Promise((resolve, reject) => observable.filter(wanted).take(1).subscribe(resolve, reject)), what);
const sent = (line, activity) => within(new Promise((resolve, reject) => line.postActivity(activity).subscribe(resolve, reject)), 'answer to a post');
const isBots = a => a.type === 'message' && a.from.role === 'bot';
const expect = (ok, what) => { if (!ok) throw new Error(what); };

// A listener that remembers, so that what came before anybody waited for it is not missed.
function listen(line) {
  const seen = [];
  const waiting = new Set();
  line.activity$.subscribe(a => { seen.push(a); waiting.forEach(look => look()); }, () => {});
  const until = (wanted, what) => within(new Promise(resolve => {
    const look = () => { const found = seen.find(wanted); if (found) { waiting.delete(look); resolve(found); } };
    waiting.add(look);
    look();
  }), what);
  return { seen, until };
}

async function main() {
  const { token, conversationId } = await (await fetch(`${domain}/tokens/generate`, { method: 'POST' })).json();
  const line = new DirectLine({ token, domain, random: () => 0 });
  const chat = listen(line);
  const message = (text, id) => ({ type: 'message', from: { id: 'anybody' }, text, channelData: { clientActivityID: id } });

  await step('connects by WebSocket', async () => {
    await first(line.connectionStatus$, s => s === ConnectionStatus.Online, 'connection');
    await within((async () => { while (!sockets[0]) await new Promise(r => setTimeout(r, 50)); })(), 'WebSocket');
    expect(line.conversationId === conversationId, 'another conversation was started');
  });

  await step('joins and is greeted', async () => {
    await sent(line, { type: 'event', from: { id: 'anybody' }, name: 'webchat/join' });
    await chat.until(isBots, 'greeting');
  });

  await step('posts, sees its own message and an answer', async () => {
    const before = chat.seen.length;
    const id = await sent(line, message('hello', 'conformance-1'));
    const own = await chat.until(a => a.channelData?.clientActivityID === 'conformance-1', 'echo of the own message');
    expect(own.id === id, `the post said ${id}, the stream ${own.id}`);
    expect(own.from.id !== 'anybody', 'the server believed who the client said it was');
    await chat.until(a => isBots(a) && chat.seen.indexOf(a) >= before, 'answer');
  });

  await step('posts again what it posted, and nothing happens twice', async () => {
    const count = () => chat.seen.filter(a => a.channelData?.clientActivityID === 'conformance-1').length;
    const id = await sent(line, message('hello', 'conformance-1'));
    await sent(line, message('and on', 'conformance-2'));
    await chat.until(a => a.channelData?.clientActivityID === 'conformance-2', 'echo');
    expect(count() === 1, `seen ${count()} times`);
    expect(id === chat.seen.find(a => a.channelData?.clientActivityID === 'conformance-1').id, 'another id');
  });

  await step('uploads a picture', async () => {
    const picture = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
    const files = http.createServer((_, answer) => answer.end(picture)).listen(0, '127.0.0.1');
    await new Promise(r => files.once('listening', r));
    try {
      const contentUrl = `http://127.0.0.1:${files.address().port}/`;
      const id = await sent(line, { ...message('a picture', 'conformance-3'), attachments: [{ contentType: 'image/png', contentUrl, name: 'private name.png' }] });
      const own = await chat.until(a => a.channelData?.clientActivityID === 'conformance-3', 'echo of the upload');
      expect(own.id === id, 'another id');
      expect(!JSON.stringify(own).includes('private name'), 'the file name was kept');
    } finally {
      files.close();
    }
  });

  await step('refreshes its token', async () => {
    const fresh = await within(new Promise((resolve, reject) => line.refreshToken().subscribe(resolve, reject)), 'token');
    // The same secret with a new time: what was sealed under it still opens.
    const secret = t => t.split('.').slice(0, 2).join('.');
    expect(secret(fresh) === secret(token), 'the secret changed');
    const seen = await fetch(`${domain}/conversations/${conversationId}/activities`, { headers: { authorization: `Bearer ${fresh}` } });
    expect(seen.ok, `the new token is refused with ${seen.status}`);
  });

  await step('comes back after the plug was pulled, and misses nothing', async () => {
    const before = sockets.length;
    sockets.at(-1).terminate();
    await sent(line, message('while away', 'conformance-4'));
    await chat.until(a => a.channelData?.clientActivityID === 'conformance-4', 'message sent while away');
    expect(sockets.length > before, 'no new WebSocket');
  });

  await step('goes on after a reload, and sees what was said', async () => {
    const again = new DirectLine({ token, conversationId, domain });
    const history = listen(again);
    await history.until(a => a.channelData?.clientActivityID === 'conformance-4', 'history');
    const ids = history.seen.map(a => a.id);
    expect(new Set(ids).size === ids.length, 'an activity came twice');
    again.end();
  });

  await step('does the same by asking instead of listening', async () => {
    const asking = new DirectLine({ token, conversationId, domain, webSocket: false, pollingInterval: 250 });
    const polled = listen(asking);
    await polled.until(a => a.channelData?.clientActivityID === 'conformance-4', 'history');
    await sent(asking, message('by asking', 'conformance-5'));
    const own = await polled.until(a => a.channelData?.clientActivityID === 'conformance-5', 'echo');
    await polled.until(a => isBots(a) && polled.seen.indexOf(a) > polled.seen.indexOf(own), 'answer');
    asking.end();
  });

  await step('is refused with a token of nobody', async () => {
    const stranger = new DirectLine({ token: 'nobody', domain });
    stranger.activity$.subscribe(() => {}, () => {});
    await first(stranger.connectionStatus$, s => s === ConnectionStatus.FailedToConnect || s === ConnectionStatus.ExpiredToken, 'refusal');
    stranger.end();
  });

  line.end();
  process.exit(failed ? 1 : 0);
}

main().catch(e => {
  console.log(JSON.stringify({ step: 'start', ok: false, why: String(e) }));
  process.exit(1);
});
