// Draws the alert cards with the official renderer, and looks for news. Without this file the inbox is a list of articles with buttons.
const board = document.getElementById("board");
const news = document.querySelector("[data-news]");
const live = document.querySelector("[data-live]");

function settings() {
  const style = getComputedStyle(document.documentElement);
  const colour = name => style.getPropertyValue(name).trim();
  const ink = (fore, soft) => ({ default: fore, subtle: soft });
  const words = { default: ink(colour("--ink"), colour("--ink-3")), dark: ink(colour("--ink"), colour("--ink-3")), light: ink(colour("--ink"), colour("--ink-3")), accent: ink(colour("--link"), colour("--link")), good: ink(colour("--good"), colour("--good")), warning: ink(colour("--warn"), colour("--warn")), attention: ink(colour("--bad"), colour("--bad")) };
  const container = back => ({ backgroundColor: colour(back), borderColor: colour("--line"), foregroundColors: words });
  return {
    fontFamily: style.fontFamily,
    supportsInteractivity: true,
    spacing: { small: 4, default: 8, medium: 12, large: 16, extraLarge: 24, padding: 16 },
    fontSizes: { small: 13, default: 15, medium: 15, large: 17, extraLarge: 20 },
    fontWeights: { lighter: 300, default: 400, bolder: 600 },
    textBlock: { headingLevel: 2 },
    textStyles: { heading: { size: "large", weight: "bolder" } },
    containerStyles: { default: container("--card"), emphasis: container("--quiet"), accent: container("--info-soft"), good: container("--good-soft"), warning: container("--warn-soft"), attention: container("--bad-soft") },
    actions: { maxActions: 6, spacing: "default", buttonSpacing: 8, actionsOrientation: "horizontal", actionAlignment: "left" },
  };
}

function draw(article) {
  const card = JSON.parse(article.dataset.card);
  delete card.lang; // the renderer's check of it fails for every second card of a page; the page says the language
  const adaptive = new AdaptiveCards.AdaptiveCard();
  adaptive.hostConfig = new AdaptiveCards.HostConfig(settings());
  adaptive.onExecuteAction = action => {
    const form = action.verb && article.querySelector(`form[data-verb="${CSS.escape(action.verb)}"]`);
    if (form) form.requestSubmit();
    else article.querySelector("a.button").click();
  };
  adaptive.parse(card, new AdaptiveCards.SerializationContext(AdaptiveCards.Versions.v1_5));
  const drawn = adaptive.render();
  if (!drawn) return;
  drawn.removeAttribute("tabindex");
  const picture = article.querySelector(".picture");
  picture.replaceChildren(drawn);
  for (let i = 0; i < adaptive.getActionCount(); i++) {
    const action = adaptive.getActionAt(i);
    if (action.verb && action.renderedElement) action.renderedElement.classList.add("primary");
  }
  picture.hidden = false;
  const heading = picture.querySelector("[role=heading]");
  const title = article.querySelector("h2");
  if (heading) {
    title.removeAttribute("id");
    heading.id = article.getAttribute("aria-labelledby");
  }
  article.querySelector(".plain").hidden = true;
  article.querySelector(".actions").hidden = true;
}

function drawAll() {
  if (!window.AdaptiveCards) return;
  for (const article of board.querySelectorAll("[data-card]")) draw(article);
}

drawAll();
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", drawAll);

const openAlerts = root => new Set([...root.querySelectorAll("[data-open=yes]")].map(a => a.dataset.key));

async function look() {
  const answer = await fetch(live.dataset.from, { headers: { Accept: "text/html" }, cache: "no-store", redirect: "error" });
  if (answer.status === 401) return location.reload(); // the session is over: nothing of it stays on the screen
  if (!answer.ok) return say("The inbox could not be refreshed. It tries again by itself.");
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").body.firstElementChild;
  const changed = fresh.dataset.signature !== board.firstElementChild.dataset.signature;
  if (!changed && board.contains(document.activeElement)) return;
  const before = openAlerts(board);
  const added = [...openAlerts(fresh)].filter(key => !before.has(key)).length;
  const at = document.activeElement && document.activeElement.closest("[data-key]");
  board.replaceChildren(document.adoptNode(fresh));
  drawAll();
  const again = at && board.querySelector(`[data-key="${CSS.escape(at.dataset.key)}"]`);
  if (again) (again.querySelector(".picture button, .actions a") || again).focus();
  if (added) say(added === 1 ? "1 new alert" : `${added} new alerts`);
  else if (changed) say("The inbox has changed.");
}

function say(words) {
  news.textContent = "";
  setTimeout(() => { news.textContent = words; }, 50);
}

if (live) {
  live.hidden = false;
  const button = live.querySelector("[data-pause]");
  const words = live.querySelector("[data-live-words]");
  let paused = false;
  button.addEventListener("click", () => {
    paused = !paused;
    button.setAttribute("aria-pressed", String(paused));
    words.textContent = paused ? "Paused. New alerts do not show." : "Looks for new alerts by itself.";
  });
  setInterval(() => { if (!paused && !document.hidden) look().catch(() => say("The inbox could not be refreshed. It tries again by itself.")); }, Number(live.dataset.live) * 1000);
}
