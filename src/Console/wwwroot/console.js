// On every page. Nothing here is needed to use it.
const refused = document.querySelector("[data-focus]");
if (refused) refused.focus();

// What was opened does not stay on an unattended screen, nor come back with the back button.
const opened = document.querySelector("[data-opened]");
if (opened) {
  const leave = () => location.replace(opened.dataset.opened);
  const idle = Number(document.body.dataset.idle) * 1000;
  let timer = setTimeout(leave, idle);
  for (const sign of ["keydown", "pointerdown", "scroll"])
    addEventListener(sign, () => { clearTimeout(timer); timer = setTimeout(leave, idle); }, { passive: true });
  addEventListener("pageshow", e => { if (e.persisted) leave(); });
}
