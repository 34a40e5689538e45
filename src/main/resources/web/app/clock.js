import { memory, whenShown } from './page.js';
import { tickWall } from './time.js';

const SECOND = 1000;

// The server's instants reach us late, never early: of all readings the one farthest ahead is nearest the truth.
// Keeping the greatest also means that a clock on the page is never set back by a slow answer.
let ahead = -Infinity;
const LEARNT = 'blackstart.ahead';

/** Learns the server's time from an instant it told and the moment (epoch ms) that instant reached us. */
export function observeServer(instant, receivedAt = Date.now()) {
    const told = Date.parse(instant);
    if (!Number.isNaN(told)) {
        ahead = Math.max(ahead, told - receivedAt);
        if (navigator.onLine) {
            memory.set(LEARNT, String(ahead));
        }
    }
}

/** A page that came from the browser's own store tells an old time: what was learnt before holds. */
function withoutNetwork() {
    const before = Number(memory.get(LEARNT) ?? Number.NaN);
    if (!navigator.onLine && !Number.isNaN(before)) {
        ahead = Math.max(ahead, before);
    }
}

const serverNow = () => Date.now() + (Number.isFinite(ahead) ? ahead : 0);

function pageReceivedAt() {
    const [navigation] = performance.getEntriesByType('navigation');
    return navigation?.responseStart ? performance.timeOrigin + navigation.responseStart : Date.now();
}

const two = (number) => String(number).padStart(2, '0');

/** T+00:12:04 */
function asClock(seconds) {
    const all = Math.abs(seconds);
    return `T${seconds < 0 ? '-' : '+'}${two(Math.trunc(all / 3600))}:${two(Math.trunc(all / 60) % 60)}:${two(all % 60)}`;
}

/** 00:48, 1 h 02 m, 3 d 4 h */
function asSpan(seconds) {
    if (seconds < 3600) {
        return `${two(Math.trunc(seconds / 60))}:${two(seconds % 60)}`;
    }
    if (seconds < 86400) {
        return `${Math.trunc(seconds / 3600)} h ${two(Math.trunc(seconds / 60) % 60)} m`;
    }
    return `${Math.trunc(seconds / 86400)} d ${Math.trunc(seconds / 3600) % 24} h`;
}

/** The exercise clock's reading in ms: it stands while there is no resumed-at. */
function elapsed({ clockBase, resumedAt, speed }) {
    const base = Number(clockBase) / SECOND;
    return resumedAt ? base + (serverNow() - Date.parse(resumedAt)) * Number(speed || 1) : base;
}

const clocks = new Set();
const spans = new Set();
const lines = new Set();
const bands = new Set();
const walls = new Set();

const write = (node, text) => {
    if (node.textContent !== text) {
        node.textContent = text;
    }
};

function showSpan(span) {
    const { due, since, word = 'in', after = 'overdue' } = span.dataset;
    const left = due ? (Date.parse(due) - serverNow()) / SECOND : (serverNow() - Date.parse(since)) / SECOND;
    if (Number.isNaN(left)) {
        return;
    }
    if (since) {
        write(span, asSpan(Math.max(0, Math.trunc(left))));
        return;
    }
    const late = left <= -1;
    span.classList.toggle('overdue', late);
    write(span, late ? `${asSpan(Math.trunc(-left))} ${after}` : `${word} ${asSpan(Math.max(0, Math.ceil(left)))}`);
}

function showLine(line, clock) {
    const at = `${Math.min(100, Math.max(0, (elapsed(clock.dataset) / SECOND / Number(line.dataset.axisSeconds)) * 100))}%`;
    (line.tagName === 'text' ? ['x'] : ['x1', 'x2']).forEach((name) => line.setAttribute(name, at));
}

/** An active fault reaches to now. */
function showBand(band, clock) {
    const { bandFrom, bandAxis } = band.dataset;
    const seconds = Math.min(elapsed(clock.dataset) / SECOND, Number(bandAxis)) - Number(bandFrom);
    band.setAttribute('width', `${Math.max(0.5, (seconds / Number(bandAxis)) * 100)}%`);
}

function tick() {
    [clocks, spans, lines, bands, walls].forEach((set) => set.forEach((node) => node.isConnected || set.delete(node)));
    clocks.forEach((clock) => write(clock, asClock(Math.floor(elapsed(clock.dataset) / SECOND))));
    spans.forEach(showSpan);
    walls.forEach((wall) => tickWall(wall, serverNow()));
    const [clock] = clocks;
    if (clock) {
        lines.forEach((line) => showLine(line, clock));
        bands.forEach((band) => showBand(band, clock));
    }
}

const loading = { value: true };
whenShown('[data-server-now]', (node) =>
    observeServer(node.dataset.serverNow, loading.value ? pageReceivedAt() : Date.now()));
whenShown('[data-clock-base]', (clock) => clocks.add(clock));
whenShown('[data-due]:not([data-due=""]), [data-since]:not([data-since=""])', (span) => spans.add(span));
whenShown('[data-axis-seconds]', (line) => lines.add(line));
whenShown('[data-band-from]', (band) => bands.add(band));
whenShown('time[data-ticks]', (wall) => walls.add(wall));
loading.value = false;
withoutNetwork();

tick();
setInterval(tick, 250);
document.addEventListener('visibilitychange', tick);
