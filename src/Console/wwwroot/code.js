// Shows the next check-in code when it is there. Without this file the page is loaded again by its link.
const place = document.querySelector("[data-code]");
document.querySelector("[data-by-hand] a").hidden = true;

async function next() {
  let after = 5;
  try {
    const answer = await fetch(place.dataset.from, { headers: { Accept: "text/html" }, cache: "no-store", redirect: "error" });
    if (answer.status === 401 || answer.status === 404) return location.reload(); // signed out, or the roll is closed
    if (answer.ok) {
      const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").body.firstElementChild;
      place.replaceChildren(document.adoptNode(fresh));
      after = Number(fresh.dataset.next);
    }
  } catch { /* the room's network comes and goes: look again soon */ }
  wait(after);
}

// Every few seconds while the code is open, because the number of those who are here grows too; long before it opens, not at all until then.
function wait(seconds) {
  if (seconds > 0) setTimeout(next, Math.max(1, seconds > 60 ? seconds : Math.min(seconds, 5)) * 1000);
}

wait(Number(place.firstElementChild.dataset.next));
