// The pages that this browser keeps for a time without a network; the service worker reads the same names.
const PAGES = 'blackstart-pages-1';
const SESSION = 'blackstart-session-1';
const UNTIL = '/session-until';

const canKeep = () => 'caches' in window;

/** Nobody reads them any more: the session has ended, or somebody else is here. */
export async function forgetPages() {
    if (canKeep()) {
        await Promise.all([caches.delete(PAGES), caches.delete(SESSION)]);
    }
}

/** Notes how long the session lives, as an answer of the server says: no page is shown for longer than that. */
export async function noteSession(answer) {
    const seconds = Number(answer.headers.get('X-Session-Seconds'));
    if (canKeep() && seconds > 0) {
        await (await caches.open(SESSION)).put(UNTIL, new Response(String(Date.now() + seconds * 1_000)));
    }
}

/** @param {Response} answer of the same path, read just now */
export async function keepPage(path, answer) {
    await noteSession(answer);
    await (await caches.open(PAGES)).put(path, answer);
}
