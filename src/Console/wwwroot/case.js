// Shows a question of a task's form only where its condition holds. Without this file every question shows, and says when it counts.
for (const form of document.querySelectorAll(".task form")) {
  const fields = [...form.querySelectorAll('[data-when-field]:not([data-when-field=""])')];
  const holds = field => {
    const picked = [...form.elements].filter(e => e.name === field.dataset.whenField && e.checked).map(e => e.value);
    return picked.includes(field.dataset.whenChoice) !== (field.dataset.whenNot === "yes");
  };
  const show = () => { for (const field of fields) field.hidden = !holds(field); };
  form.addEventListener("change", show);
  show();
}

// A link to a task opens it.
function openLinked() {
  const task = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (task instanceof HTMLDetailsElement) task.open = true;
}
addEventListener("hashchange", openLinked);
openLinked();

// The live view: time goes on each half minute, and the rest is asked for by itself. Without this file both are as they were when the page was made.
const live = document.querySelector("[data-live]");
const place = document.getElementById("live-now");
const news = document.querySelector("[data-news]");
const stale = document.querySelector("[data-stale]");
let over = false;

// By the server's clock, whatever this device thinks: what it said, and what has passed here since.
let base = { server: 0, here: 0 };
const now = () => base.server + (Date.now() - base.here);

const count = (n, unit) => `${n} ${unit}${n === 1 ? "" : "s"}`;
const two = (large, unit, small, smaller) => small === 0 ? count(large, unit) : `${count(large, unit)} ${count(small, smaller)}`;

// The same words as SinceWords.cs.
function since(from, dayOnly) {
  const minutes = Math.floor(Math.max(0, now() - from) / 60000);
  const [hours, days] = [Math.floor(minutes / 60), Math.floor(minutes / 1440)];
  if (dayOnly) return days < 1 ? "today" : count(days, "day");
  if (minutes < 1) return "less than a minute";
  if (hours < 1) return count(minutes, "minute");
  return hours < 48 ? two(hours, "hour", minutes % 60, "minute") : two(days, "day", hours % 24, "hour");
}

function tick() {
  for (const time of place.querySelectorAll("time[data-since]")) {
    const words = since(Date.parse(time.dateTime), time.dataset.since === "day");
    if (time.textContent !== words) time.textContent = words;
  }
}

function set() {
  base = { server: Date.parse(place.firstElementChild.dataset.now), here: Date.now() };
}

function say(words) {
  news.textContent = "";
  setTimeout(() => { news.textContent = words; }, 50);
}

function signedOut() {
  over = true;
  place.replaceChildren();
  stale.firstChild.data = "You were signed out, because nothing was sent for a while. Copy what you typed, then ";
  stale.hidden = false;
  say("You were signed out. Copy what you typed.");
}

async function look() {
  const answer = await fetch(live.dataset.from, { headers: { Accept: "text/html" }, cache: "no-store", redirect: "error" });
  // The session is over, or the case is no longer this person's: nothing of it stays on the screen. What somebody was just writing is theirs to copy first.
  if (answer.status === 401 && [...document.querySelectorAll("main textarea")].some(t => t.value.trim())) return signedOut();
  if (answer.status === 401 || answer.status === 404) return location.replace(live.dataset.page);
  if (!answer.ok) return say("The live view could not be refreshed. It tries again by itself.");
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").body.firstElementChild;
  const old = place.firstElementChild;
  const changed = fresh.dataset.signature !== old.dataset.signature;
  if (fresh.dataset.revision !== live.dataset.revision) stale.hidden = false;
  const at = place.contains(document.activeElement) ? document.activeElement.getAttribute("href") : null;
  place.replaceChildren(document.adoptNode(fresh));
  set();
  tick();
  const again = at && place.querySelector(`a[href="${CSS.escape(at)}"]`);
  if (again) again.focus({ preventScroll: true });
  if (changed) say("The live view has changed.");
}

if (live && place) {
  live.hidden = false;
  live.dataset.revision = place.firstElementChild.dataset.revision;
  set();
  const button = live.querySelector("[data-pause]");
  const words = live.querySelector("[data-live-words]");
  let paused = false;
  button.addEventListener("click", () => {
    paused = !paused;
    button.setAttribute("aria-pressed", String(paused));
    words.textContent = paused ? "Paused. Changes do not show." : "Looks for changes by itself.";
  });
  setInterval(tick, 30000);
  setInterval(() => { if (!paused && !over && !document.hidden) look().catch(() => say("The live view could not be refreshed. It tries again by itself.")); }, Number(live.dataset.live) * 1000);
}
