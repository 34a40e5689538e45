import { csrf, forgetDrafts, memory, viewer } from './page.js';
import { forgetPages, keepPage } from './pages.js';

const SIGNED_OUT = ['/login', '/logout'];

// What a phone needs without a network: its last page and our own files. Whoever signs out takes the page along.
if ('serviceWorker' in navigator && csrf()) {
    navigator.serviceWorker.register('/static/sw.js', { scope: '/' }).catch(() => {
        // Over plain HTTP there is none; everything works but for opening a page without a network.
    });
}
if (SIGNED_OUT.includes(location.pathname)) {
    forgetPages();
    memory.set('blackstart.signed-out', String(Date.now()));
}
document.addEventListener('blackstart:signed-out', forgetPages);
document.addEventListener('submit', ({ target }) => {
    if (target.getAttribute('action') === '/logout') {
        forgetDrafts();
        forgetPages();
    }
});

/** Whoever was here before has left their pages behind, if the session ended by itself. */
async function takeOver() {
    if (viewer() && memory.get('blackstart.viewer') !== viewer()) {
        await forgetPages();
        memory.set('blackstart.viewer', viewer());
    }
}

const FILES = 'blackstart-files-1';
const OLD = 60_000;
let renewal = null;

/** The page that is kept for a time without a network grows old as lines arrive: it is fetched again, not by all at once. */
async function renew() {
    renewal = null;
    const answer = await fetch(location.pathname, { redirect: 'manual' }).catch(() => null);
    if (answer?.ok) {
        await keepPage(location.pathname, answer);
    }
}

/** The first visit of a page came before there was a worker: what it needs is put aside now. */
async function prepare() {
    await navigator.serviceWorker.ready;
    const ours = performance.getEntriesByType('resource').map(({ name }) => name)
        .filter((name) => name.startsWith(`${location.origin}/static/`) && !name.endsWith('/sw.js'));
    await (await caches.open(FILES)).addAll([...new Set(ours)]);
    await renew();
    await navigator.storage?.persist?.();
}

/** Without room or without a network there is none yet: tried again after a while, and by a later visit. */
function prepareOrLater(wait) {
    prepare().catch(() => setTimeout(prepareOrLater, wait, 2 * wait));
}

const taken = takeOver().catch(() => {
    // A browser that forbids storage keeps no page either.
});

if (document.querySelector('[data-kept]') && 'caches' in window) {
    taken.then(() => prepareOrLater(5_000));
    document.body.addEventListener('blackstart:line', () => {
        renewal ??= setTimeout(renew, OLD * (1 + Math.random()));
    });
}

// Somebody signed out in another tab: this one says so and shows nothing new.
window.addEventListener('storage', ({ key }) => {
    if (key === 'blackstart.signed-out' && csrf()) {
        document.dispatchEvent(new CustomEvent('blackstart:check'));
    }
});
