// What this tab knows of the chat. It lives in the tab's session storage and nowhere else: a reload goes on,
// a closed tab, a quick exit or ten idle minutes forget it.
const KEY = 'chat';

export function kept() {
  try {
    return JSON.parse(sessionStorage.getItem(KEY));
  } catch {
    return null;
  }
}

export function keep(session) {
  sessionStorage.setItem(KEY, JSON.stringify(session));
}

export function touch() {
  const session = kept();
  if (session) keep({ ...session, used: Date.now() });
}

// Forgets here first; then asks the server, as well as it can be asked, to forget the draft.
export function wipe() {
  const session = kept();
  sessionStorage.clear();
  if (!session?.token) return;
  fetch('/chat/wipe', { method: 'POST', keepalive: true, headers: { Authorization: `Bearer ${session.token}` } }).catch(() => {});
}
