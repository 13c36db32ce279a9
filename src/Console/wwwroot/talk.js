// Looks for new lines by itself. Without this file the page has a link that does it.
const place = document.querySelector("[data-lines]");
const news = document.querySelector("[data-news]");
const box = document.getElementById("say-text");
const pause = 2000;

document.querySelector("[data-plain]").hidden = true;

function say(words) {
  if (news.textContent !== words) news.textContent = words;
}

function toEnd() {
  const last = place.querySelector("ol.talk > li:last-child");
  if (last) last.scrollIntoView({ block: "nearest" });
}

async function look() {
  const answer = await fetch(place.dataset.from, { headers: { Accept: "text/html" }, cache: "no-store", redirect: "error" });
  if (answer.status === 401) return location.reload(); // the session is over: nothing of it stays on the screen
  if (answer.status === 404) return location.reload(); // no longer this person's to see
  if (!answer.ok) return say("New lines could not be looked for. It tries again by itself.");
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").body.firstElementChild;
  const now = place.firstElementChild;
  if (fresh.dataset.open !== "yes") {
    // What was typed and not sent is kept on the screen; the rest of the page says how it stands.
    if (!box.value.trim()) return location.reload();
    place.replaceChildren(document.adoptNode(fresh));
    return say("This chat is over.");
  }
  if (fresh.dataset.version === now.dataset.version) return say("");
  const before = now.querySelectorAll("ol.talk > li").length;
  const lines = fresh.querySelectorAll("ol.talk > li");
  const theirs = [...lines].slice(before).filter(li => li.classList.contains("theirs")).length;
  place.replaceChildren(document.adoptNode(fresh));
  if (theirs) say(theirs === 1 ? "1 new line" : `${theirs} new lines`);
  toEnd();
}

async function watch() {
  for (;;) {
    await new Promise(resolve => { setTimeout(resolve, pause); });
    if (document.hidden) continue;
    await look().catch(() => say("New lines could not be looked for. It tries again by itself."));
  }
}

toEnd();
watch();
