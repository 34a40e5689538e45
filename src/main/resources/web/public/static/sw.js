// Network first for pages, with the last My exercise as what is left without one; our own files come from the cache.
const FILES = 'blackstart-files-1';
const PAGES = 'blackstart-pages-1';
const SESSION = 'blackstart-session-1';
const UNTIL = '/session-until';
const OFFLINE = '/static/offline.html';
const MINE = /^\/exercises\/[^/]+\/me$/;

self.addEventListener('install', (event) => {
    event.waitUntil(caches.open(FILES).then((files) => files.add(OFFLINE)).then(() => self.skipWaiting()));
});

self.addEventListener('activate', (event) => {
    event.waitUntil(caches.keys()
        .then((names) => Promise.all(names.filter((name) => ![FILES, PAGES, SESSION].includes(name)).map((name) => caches.delete(name))))
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

const forget = () => Promise.all([caches.delete(PAGES), caches.delete(SESSION)]);

/** A kept page is shown for as long as the session of the last answer lives, and no longer. */
async function isOver() {
    const until = await (await caches.open(SESSION)).match(UNTIL);
    return !until || Date.now() >= Number(await until.text());
}

/** A page of somebody who is signed in is kept; an answer that they may not read it any more takes the kept one away. */
async function remember(pathname, answer) {
    const seconds = Number(answer.headers.get('X-Session-Seconds'));
    if (answer.ok && !answer.redirected && seconds > 0) {
        await (await caches.open(SESSION)).put(UNTIL, new Response(String(Date.now() + seconds * 1_000)));
        if (MINE.test(pathname)) {
            await (await caches.open(PAGES)).put(pathname, answer.clone());
        }
    } else if (MINE.test(pathname) && (answer.type === 'opaqueredirect' || answer.status === 401)) {
        await forget();
    } else if ([403, 404].includes(answer.status)) {
        await (await caches.open(PAGES)).delete(pathname);
    }
}

async function kept(pathname) {
    if (await isOver()) {
        await forget();
    }
    const pages = await caches.open(PAGES);
    const [latest] = (await pages.keys()).reverse();
    return (await pages.match(pathname)) ?? (latest && pathname !== new URL(latest.url).pathname
        ? Response.redirect(new URL(latest.url).pathname) : caches.match(OFFLINE));
}

async function page(request) {
    const { pathname } = new URL(request.url);
    if (pathname === '/login') {
        await forget();
    }
    let answer;
    try {
        answer = await fetch(request);
    } catch {
        return kept(pathname);
    }
    await remember(pathname, answer);
    return answer;
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
