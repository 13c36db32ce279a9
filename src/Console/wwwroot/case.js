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
