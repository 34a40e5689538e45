import { all, forget, keep, replace } from './kept.js';
import { draftKey, element, memory, uuid, viewer } from './page.js';
import { secret, sendKept, whenKeptChanges } from './sending.js';

const form = document.querySelector('form[data-queue]');
const box = document.querySelector('[data-kept]');
const draft = form && draftKey(form.dataset.queue);

/** The kept one that the form's text is to take the place of. */
let corrects = null;

/** What was logged here last: its id, and when it was seen. */
let last = null;

const WHY = {
    offline: 'No network. Kept on this phone, will be sent.',
    'signed-out': 'You are signed out. Kept on this phone, will be sent when you sign in again.',
    server: 'The server does not answer. Kept on this phone, will be sent.',
};

/** Kept first, sent then: what somebody logged is safe before anything can go wrong. */
async function log(event) {
    if (event.defaultPrevented) {
        return;
    }
    const data = new FormData(form);
    const picture = data.get('picture');
    // never the form's own id: a page from the browser's store has the same one each time it is opened
    const entry = { id: uuid(), person: viewer(), exercise: form.dataset.queue, seenAt: Date.now(),
        text: data.get('text'), kind: data.get('kind'), severity: data.get('severity'), anonymous: data.get('anonymous'),
        note: data.get('note'), picture: picture?.size ? picture : null, pictureId: uuid(),
        attachmentToken: data.get('anonymous') ? secret() : null };
    event.preventDefault();
    try {
        const corrected = corrects && (await all()).find(({ id }) => id === corrects);
        if (corrected) {
            entry.seenAt = corrected.seenAt;
            entry.picture ??= corrected.picture;
            await replace(corrected.id, entry);
        } else {
            await keep(entry);
        }
        corrects = null;
        last = entry;
    } catch {
        // This browser keeps nothing: the form goes out as it always could.
        form.removeEventListener('submit', log);
        form.requestSubmit();
        return;
    }
    form.reset();
    form.querySelectorAll('[data-file-name]').forEach((name) => { name.textContent = name.dataset.fileName; });
    form.removeAttribute('aria-busy');
    memory.set(draft, null);
    form.elements.text.focus();
    show();
    sendKept();
}

const clock = (entry) => new Date(entry.seenAt).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });

function row(entry) {
    const seen = clock(entry);
    const line = element('li', {}, element('p', { class: 'told-head' }, element('span', {}, seen),
        element('span', {}, entry.arrived ? 'picture waits' : 'not sent yet')), element('p', { class: 'text' }, entry.text ?? 'NO DUFF'));
    if (entry.refused) {
        const edit = element('button', { type: 'button', class: 'button small' }, 'Correct it');
        edit.addEventListener('click', () => {
            const { text } = form.elements;
            corrects = entry.id;
            text.value = [entry.text, text.value].filter(Boolean).join('\n');
            text.dispatchEvent(new Event('input'));
            text.focus();
        });
        const drop = element('button', { type: 'button', class: 'button small plain' }, entry.arrived ? 'Discard the picture' : 'Discard');
        drop.addEventListener('click', async () => {
            if (drop.dataset.sure === undefined) {
                drop.dataset.sure = '';
                drop.textContent = 'Discard for ever?';
                return;
            }
            await forget(entry.id);
            show();
        });
        line.append(element('p', { class: 'error' }, entry.refused), element('div', { class: 'button-row' }, ...(form && !entry.arrived && entry.exercise === form.dataset.queue ? [edit, drop] : [drop])));
    }
    return line;
}

async function show(state) {
    const kept = await all().catch(() => []);
    const mine = kept.filter((entry) => entry.person === viewer());
    const others = kept.length - mine.length;
    box.hidden = kept.length === 0;
    if (form) {
        const arrived = last && !kept.some(({ id }) => id === last.id);
        document.querySelector('[data-logged]').textContent = arrived ? `Logged, seen at ${clock(last)}.` : '';
    }
    box.querySelector('[data-kept-count]').textContent = mine.length || '';
    box.querySelector('[data-kept-list]').replaceChildren(...mine.slice(0, 50).map(row));
    const words = [WHY[state?.why] ?? (navigator.onLine ? '' : WHY.offline),
        state?.of ? `Sent ${state.done} of ${state.of}.` : '',
        others ? `${others} of somebody else wait here until they sign in.` : ''];
    box.querySelector('[data-kept-state]').textContent = words.filter(Boolean).join(' ');
    const progress = box.querySelector('[data-kept-progress]');
    progress.hidden = !state?.of || state.done === state.of;
    if (state?.of) {
        progress.max = state.of;
        progress.value = state.done;
    }
}

// A browser opens no page without a network that came by plain http.
document.querySelectorAll('[data-insecure]').forEach((note) => { note.hidden = isSecureContext; });

if (box) {
    whenKeptChanges(show);
    window.addEventListener('offline', () => show());
    show();
}

if (form && 'indexedDB' in window) {
    form.addEventListener('submit', log);
    // What was typed and not sent is still there after a reload.
    if (!form.elements.text.value) {
        form.elements.text.value = memory.get(draft) ?? '';
    }
    form.elements.text.addEventListener('input', () => memory.set(draft, form.elements.text.value || null));
}
