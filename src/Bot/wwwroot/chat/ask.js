// One question in a dialog. Resolves to 'yes' for the first button, 'no' for the second, '' for the Escape key.
const dialog = document.getElementById('ask');
const part = name => document.getElementById(`ask-${name}`);
let answer = () => {};

dialog.addEventListener('close', () => answer(dialog.returnValue));
part('yes').addEventListener('click', () => dialog.close('yes'));
part('no').addEventListener('click', () => dialog.close('no'));

export function ask({ title, text, yes, no, urgent }) {
  if (dialog.open) dialog.close('');
  part('title').textContent = title;
  part('text').textContent = text;
  part('yes').textContent = yes;
  part('no').textContent = no;
  dialog.setAttribute('role', urgent ? 'alertdialog' : 'dialog');
  dialog.returnValue = '';
  const answered = new Promise(resolve => (answer = resolve));
  dialog.showModal();
  return answered;
}

export function unask() {
  if (dialog.open) dialog.close('');
}
