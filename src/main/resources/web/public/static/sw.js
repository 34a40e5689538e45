// Network first for pages, with the last My exercise as what is left without one; our own files come from the cache.
const FILES = 'blackstart-files-1';
const PAGES = 'blackstart-pages-1';
const OFFLINE = '/static/offline.html';
const MINE = /^\/exercises\/[^/]+\/me$/;

self.addEventListener('install', (event) => {
    event.waitUntil(caches.open(FILES).then((files) => files.add(OFFLINE)).then(() => self.skipWaiting()));
});

self.addEventListener('activate', (event) => {
    event.waitUntil(caches.keys()
        .then((names) => Promise.all(names.filter((name) => name !== FILES && name !== PAGES).map((name) => caches.delete(name))))
        .then(() => self.clients.claim()));
});

async function file(request) {
    const files = await caches.open(FILES);
    const kept = await files.match(request);
    // a bundle has its hash in its name and never changes
    if (kept && request.url.includes('/bundle/')) {
        return kept;
    }
    try {
        const answer = await fetch(request);
        if (answer.ok) {
            await files.put(request, answer.clone());
        }
        return answer;
    } catch (offline) {
        if (kept) {
            return kept;
        }
        throw offline;
    }
}

async function page(request) {
    const { pathname } = new URL(request.url);
    if (pathname === '/login') {
        await caches.delete(PAGES);
    }
    try {
        const answer = await fetch(request);
        if (answer.ok && !answer.redirected && MINE.test(pathname)) {
            const pages = await caches.open(PAGES);
            await pages.put(pathname, answer.clone());
        }
        return answer;
    } catch {
        const pages = await caches.open(PAGES);
        const [latest] = (await pages.keys()).reverse();
        return (await pages.match(pathname)) ?? (latest && pathname !== new URL(latest.url).pathname
            ? Response.redirect(new URL(latest.url).pathname) : (await caches.match(OFFLINE)));
    }
}

self.addEventListener('fetch', (event) => {
    const { request } = event;
    const { origin, pathname } = new URL(request.url);
    if (origin !== location.origin || request.method !== 'GET') {
        return;
    }
    if (request.mode === 'navigate') {
        event.respondWith(page(request));
    } else if (pathname.startsWith('/static/') && pathname !== '/static/sw.js') {
        event.respondWith(file(request));
    }
});
