import { all, forget, keep } from './kept.js';
import { csrf, renewToken, viewer } from './page.js';

const news = 'BroadcastChannel' in window ? new BroadcastChannel('blackstart.kept') : null;
const told = new Set();
let again = null;
let backoff = 1_000;

/** A connection that is half dead would hold everything up, in all tabs. */
const PATIENCE = 20_000;

/** Calls back when the kept entries may have changed, in this tab or another. */
export const whenKeptChanges = (callback) => told.add(callback);

function changed(state) {
    told.forEach((callback) => callback(state));
    news?.postMessage(state ?? null);
}

news?.addEventListener('message', ({ data }) => told.forEach((callback) => callback(data)));

class NotNow extends Error {}

async function post(path, body) {
    const { token } = csrf();
    let answer;
    try {
        answer = await fetch(path, { method: 'POST', body, redirect: 'manual', cache: 'no-store',
            signal: AbortSignal.timeout(PATIENCE),
            headers: { Accept: 'application/json', 'X-CSRF-TOKEN': token, 'X-Person': viewer() } });
    } catch {
        throw new NotNow('offline');
    }
    if (answer.type === 'opaqueredirect' || answer.status === 401) {
        throw new NotNow('signed-out');
    }
    if (answer.status >= 500 || answer.status === 429) {
        throw new NotNow('server');
    }
    if (answer.status === 400 && await freshToken() !== token) {
        return post(path, body);
    }
    return answer;
}

/** The page may be older than the session: its token is asked for anew. */
async function freshToken() {
    const answer = await fetch('/ping', { cache: 'no-store', redirect: 'manual', headers: { 'X-Person': viewer() } }).catch(() => null);
    renewToken(answer?.ok ? answer.headers.get('X-CSRF-TOKEN') : null);
    return csrf().token;
}

/** How far this device's clock is behind the server's, so that a wrong clock tells no wrong time. */
async function clockOffset() {
    const asked = Date.now();
    const answer = await fetch('/ping', { cache: 'no-store', redirect: 'manual', signal: AbortSignal.timeout(PATIENCE),
        headers: { 'X-Person': viewer() } }).catch(() => { throw new NotNow('offline'); });
    if (answer.type === 'opaqueredirect' || answer.status === 401) {
        throw new NotNow('signed-out');
    }
    const now = Date.parse(answer.headers.get('X-Server-Now') ?? '');
    return Number.isNaN(now) ? 0 : now - (asked + Date.now()) / 2;
}

const fields = (entry, offset) => {
    const body = new URLSearchParams({ findingId: entry.id, text: entry.text,
        observedAt: new Date(entry.seenAt + offset).toISOString() });
    ['kind', 'severity', 'anonymous', 'attachmentToken'].filter((name) => entry[name]).forEach((name) => body.set(name, entry[name]));
    return body;
};

async function refused(entry, answer) {
    const problem = await answer.json().catch(() => ({}));
    entry.refused = problem.detail ?? `The server refused it (${answer.status}).`;
    await keep(entry);
}

/** A finding first, then its picture: what has arrived is not sent again. */
async function send(entry, offset) {
    if (entry.type === 'no-duff') {
        const said = new Date(entry.seenAt + offset).toISOString();
        const answer = await post('/no-duff', new URLSearchParams({ text: `Said without a network at ${said}.` }));
        return answer.ok ? forget(entry.id) : refused(entry, answer);
    }
    if (!entry.arrived) {
        const answer = await post(`/exercises/${entry.exercise}/queue/${entry.note ? 'notes' : 'findings'}`, fields(entry, offset));
        if (!answer.ok) {
            return refused(entry, answer);
        }
        entry.arrived = true;
        await keep(entry);
    }
    if (entry.picture && !entry.note) {
        const body = new FormData();
        body.append('id', entry.pictureId);
        body.append('file', entry.picture, entry.picture.name || 'picture');
        if (entry.attachmentToken) {
            body.append('attachmentToken', entry.attachmentToken);
        }
        const answer = await post(`/exercises/${entry.exercise}/findings/${entry.id}/attachments`, body);
        if (!answer.ok) {
            return refused(entry, answer);
        }
    }
    return forget(entry.id);
}

async function sendAll() {
    const mine = (await all()).filter((entry) => entry.person === viewer() && !entry.refused);
    if (mine.length === 0) {
        return;
    }
    const offset = await clockOffset();
    // a real emergency overtakes everything
    mine.sort((one, other) => (other.type === 'no-duff') - (one.type === 'no-duff'));
    let done = 0;
    for (const entry of mine) {
        await send(entry, offset);
        done += 1;
        if (done % 10 === 0 || done === mine.length) {
            changed({ done, of: mine.length });
        }
    }
}

/** Enough for nobody to guess; made here, so that no lost answer loses it. */
export const secret = () => btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(24))));

/** Sends what is kept, in one tab at a time; what cannot be sent now is tried again. */
export async function sendKept() {
    if (!csrf() || !('indexedDB' in window)) {
        return;
    }
    clearTimeout(again);
    const turn = (act) => navigator.locks ? navigator.locks.request('blackstart.kept', act) : act();
    try {
        await turn(sendAll);
        backoff = 1_000;
        changed();
    } catch (failure) {
        if (!(failure instanceof NotNow)) {
            throw failure;
        }
        backoff = Math.min(30_000, backoff * 2);
        if (failure.message === 'signed-out') {
            document.dispatchEvent(new CustomEvent('blackstart:signed-out'));
        }
        changed({ why: failure.message });
        again = setTimeout(sendKept, backoff);
    }
}

window.addEventListener('online', sendKept);
document.addEventListener('visibilitychange', () => document.hidden || sendKept());
document.body.addEventListener('blackstart:online', () => sendKept());
sendKept();
