import { observeServer } from './clock.js';
import { element } from './page.js';
import { partReplaced } from './tap.js';

/** Heartbeats come every 15 s; a laptop that slept or a dead network is noticed by their absence. */
const SILENCE = 40_000;
const HIDDEN = 1_000;

let place = null;
let source = null;
let heard = 0;
let away = null;
let again = 2_000;
const waiting = new Map();

const root = document.querySelector('[data-live]');
const say = (name, detail) => document.body.dispatchEvent(new CustomEvent(`blackstart:${name}`, { detail, bubbles: true }));

function parsed(html) {
    const holder = document.createElement('template');
    holder.innerHTML = html;
    return holder.content;
}

/** A new line stands on top; one that is there already takes its old place. Nothing else moves. */
function putLine(html) {
    const line = parsed(html).firstElementChild;
    const list = document.querySelector(`[data-live-list="${CSS.escape(line.dataset.list)}"]`);
    const before = list?.querySelector(`:scope > [data-key="${CSS.escape(line.dataset.key)}"]`);
    if (!list) {
        return;
    }
    if (before) {
        before.replaceWith(line);
    } else {
        const { scrollHeight, scrollTop } = list;
        line.classList.add('fresh');
        list.prepend(line);
        if (scrollTop > 0) {
            list.scrollTop = scrollTop + list.scrollHeight - scrollHeight;
        }
        const most = Number(list.dataset.most || Infinity);
        while (list.childElementCount > most && list.scrollTop === 0) {
            list.lastElementChild.remove();
        }
    }
    if ('asks' in line.dataset) {
        say('asks');
    }
    say('line', line.dataset);
}

/** Names a control so that its successor in the new part can be found: by its form's address and its words. */
const nameOf = (control) => [control.tagName, control.form?.getAttribute('action') ?? control.getAttribute('href'),
    control.name, control.value, control.textContent.trim()].join('|');

let pressed = null;
['pointerdown', 'keydown'].forEach((name) => document.addEventListener(name, ({ target }) => { pressed = target; }, true));
// what a press sets off comes right after it
['pointerup', 'pointercancel', 'keyup'].forEach((name) => document.addEventListener(name, () => setTimeout(() => { pressed = null; }, 100), true));

const busy = (part) => (pressed && part.contains(pressed)) || document.querySelector('dialog.confirm[open]')
    || (part.contains(document.activeElement) && document.activeElement.matches('input, textarea, select'));

/** A part that somebody is using waits until they are done. */
export function putPart({ id, html }) {
    const part = document.getElementById(id);
    if (!part) {
        return;
    }
    if (busy(part)) {
        waiting.set(id, { id, html });
        return;
    }
    waiting.delete(id);
    const opened = [...part.querySelectorAll('details[id][open]')].map((one) => one.id);
    const focused = part.contains(document.activeElement) ? nameOf(document.activeElement) : null;
    part.replaceChildren(parsed(html));
    partReplaced();
    opened.forEach((name) => part.querySelector(`#${CSS.escape(name)}`)?.setAttribute('open', ''));
    if (focused) {
        const again = [...part.querySelectorAll('a, button, summary')].find((control) => nameOf(control) === focused);
        const next = again ?? part.querySelector('h2') ?? part;
        if (!again) {
            next.tabIndex = -1;
        }
        next.focus({ preventScroll: true });
    }
}

setInterval(() => waiting.forEach(putPart), 500);

const banner = element('p', { class: 'stale', role: 'status', hidden: '' });

function tellAge() {
    const lost = root && (!navigator.onLine || !source || source.readyState !== EventSource.OPEN || Date.now() - heard > SILENCE);
    if (!lost || document.hidden || Date.now() - heard < 3_000) {
        banner.hidden = true;
        return;
    }
    const age = Math.round((Date.now() - heard) / 1_000);
    const text = `No connection. What you see is ${age < 60 ? `${age} s` : `${Math.round(age / 60)} min`} old; trying again.`;
    if (banner.textContent !== text) {
        banner.textContent = text;
    }
    banner.hidden = false;
}

function close() {
    source?.close();
    source = null;
}

function open() {
    close();
    const after = place ?? root.dataset.after;
    source = new EventSource(`${root.dataset.live}?after=${encodeURIComponent(after)}`);
    const hears = (name, act) => source.addEventListener(name, (event) => {
        heard = Date.now();
        if (event.lastEventId) {
            place = event.lastEventId;
        }
        act(event.data);
    });
    hears('line', putLine);
    hears('part', (data) => {
        const cut = data.indexOf('\n');
        putPart({ id: data.slice(0, cut), html: data.slice(cut + 1) });
    });
    hears('beat', (now) => {
        again = 2_000;
        observeServer(now);
        say('online');
    });
    source.addEventListener('error', () => {
        // A refusal closes it for good: whether we are signed out, or may not see this any more, the ping finds out.
        if (source?.readyState === EventSource.CLOSED) {
            close();
            document.dispatchEvent(new CustomEvent('blackstart:check'));
            setTimeout(() => document.hidden || source || open(), again);
            again = Math.min(30_000, again * 2);
        }
    });
}

if (root) {
    heard = Date.now();
    document.querySelector('main').before(banner);
    if (!document.hidden) {
        open();
    }
    setInterval(() => {
        if (!document.hidden && Date.now() - heard > SILENCE && navigator.onLine) {
            open();
        }
        tellAge();
    }, 1_000);
    // A tab nobody looks at holds no connection: a browser allows only a few to one server. It catches up when it is shown.
    document.addEventListener('visibilitychange', () => {
        clearTimeout(away);
        if (document.hidden) {
            away = setTimeout(close, HIDDEN);
        } else if (!source || Date.now() - heard > SILENCE) {
            open();
        }
    });
    window.addEventListener('online', open);
    document.addEventListener('blackstart:signed-out', () => {
        close();
        place ??= root.dataset.after;
    });
}
