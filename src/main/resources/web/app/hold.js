import { keep } from './kept.js';
import { csrf, element, uuid, viewer } from './page.js';
import { sendKept } from './sending.js';

const LONG = 1_200;

/** `<form data-hold>`: its button is held for a moment instead of asked about; a short press asks, so a keyboard works too. */
function arm(form) {
    const button = form.querySelector('button');
    let timer = null;
    let held = false;
    const stop = () => {
        clearTimeout(timer);
        button.classList.remove('holding');
    };
    button.addEventListener('pointerdown', () => {
        held = false;
        button.classList.add('holding');
        timer = setTimeout(() => {
            held = true;
            stop();
            call(form);
        }, LONG);
    });
    ['pointerup', 'pointerleave', 'pointercancel'].forEach((name) => button.addEventListener(name, stop));
    button.addEventListener('contextmenu', (event) => event.preventDefault());
    button.addEventListener('click', (event) => {
        if (held) {
            event.preventDefault();
        }
    });
    form.addEventListener('submit', (event) => {
        if (!event.defaultPrevented && !navigator.onLine) {
            event.preventDefault();
            call(form);
        }
    });
}

/** Sent at once where there is a network; else said loudly, kept, and sent before everything else. */
async function call(form) {
    const note = element('p', { class: 'notice', 'data-tone': 'red', role: 'alert' }, 'NO DUFF is being sent…');
    form.before(note);
    try {
        const answer = await fetch(form.action, { method: 'POST', redirect: 'manual', signal: AbortSignal.timeout(5_000),
            body: new URLSearchParams(), headers: { Accept: 'application/json', 'X-CSRF-TOKEN': csrf().token } });
        if (answer.ok) {
            note.textContent = 'NO DUFF: exercise paused. Everybody is notified.';
            return;
        }
        throw new Error(answer.type === 'opaqueredirect' ? 'signed out' : String(answer.status));
    } catch {
        note.textContent = 'NO DUFF did not get through. CALL the director or the safety officer now. It is sent as soon as there is a network and you are signed in.';
        await keep({ id: uuid(), type: 'no-duff', person: viewer(), seenAt: Date.now() });
        sendKept();
    }
}

document.querySelectorAll('form[data-hold]').forEach(arm);
