// Reads a picked file into the form's text, in this browser: nothing is uploaded. Without this file the list is pasted.
const form = document.querySelector("[data-csv-form]");
const pick = form.querySelector("[data-csv-pick]");
const file = pick.querySelector("input");
const text = form.querySelector("textarea");
const news = form.querySelector("[data-csv-news]");
const kilobytes = Number(form.dataset.csvForm);
const largest = kilobytes * 1024;
const tooLarge = `This list is larger than ${kilobytes} KB. Bring it in parts, such as one school at a time.`;

function say(words) {
  news.textContent = words;
  news.hidden = words === "";
}

file.addEventListener("change", async () => {
  const picked = file.files[0];
  if (!picked) return;
  text.value = "";
  if (picked.size > largest) return say(tooLarge);
  try {
    text.value = new TextDecoder("utf-8", { fatal: true }).decode(await picked.arrayBuffer());
    say("");
    text.focus();
  } catch {
    say("This file is not UTF-8, or it cannot be read. Save it as \"CSV UTF-8\" and pick it again.");
  }
});

form.addEventListener("submit", e => {
  if (new Blob([text.value]).size <= largest) return;
  e.preventDefault();
  say(tooLarge);
});

pick.hidden = false;
