// Inside Teams: asks Teams for the person's token, shows it to the server once, and goes on. The token is kept nowhere.
const tab = document.querySelector("[data-teams]");

async function signIn() {
  await microsoftTeams.app.initialize();
  const context = await microsoftTeams.app.getContext();
  microsoftTeams.app.notifyAppLoaded();
  const token = await microsoftTeams.authentication.getAuthToken();
  const answer = await fetch(tab.dataset.teams, {
    method: "POST",
    headers: { Authorization: `Bearer ${token}` },
    body: new URLSearchParams({ to: tab.dataset.to, page: context.page.subPageId || "", theme: context.app.theme || "" }),
    cache: "no-store",
    redirect: "error",
  });
  if (answer.ok) {
    microsoftTeams.app.notifySuccess();
    return location.replace((await answer.json()).to);
  }
  if (answer.status !== 403) throw new Error("sign-in");
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  tab.replaceChildren(...page.querySelector("main").childNodes);
  microsoftTeams.app.notifySuccess();
}

signIn().catch(() => {
  tab.querySelector("h1").textContent = "Not signed in";
  tab.querySelector("[data-says]").textContent = "Teams could not sign you in just now. Close this tab and open it again.";
});
