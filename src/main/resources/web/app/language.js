import { csrf, element, whenShown } from './page.js';
import { Underline } from './underline.js';

const QUIET = 700;
const MOST_SHOWN = 5;
const LONGEST = 100_000;

/** By field: the list below it, the lines in its text, the text that was checked last, and what waits. */
const known = new WeakMap();
let pointerIsDown = false;

/**
 * `data-language` on a field: while somebody types, phrases that teach nothing are underlined in its text and listed below it,
 * each with why and what to write instead. A page may say where (`data-advice="ID of the field"`). It never holds a form back.
 */
function place(field) {
    if (known.has(field)) {
        return;
    }
    const words = element('p', { class: 'advice-head', 'aria-live': 'polite' });
    const list = element('ul', { class: 'advice-list', 'aria-label': 'Wording' });
    const box = document.querySelector(`[data-advice="${CSS.escape(field.id)}"]`) ?? element('div');
    box.classList.add('advice');
    box.replaceChildren(words, list);
    if (!box.isConnected) {
        (field.closest('.field') ?? field.parentElement).append(box);
    }
    known.set(field, { words, list, marks: [], checked: '', timer: 0, request: null, underline: null });
    known.get(field).underline = new Underline(field, (mark) => pointOut(field, mark));
}

/** The phrase below the pointer or the caret: told beside the pointer, and its line in the list stands out. */
function pointOut(field, mark) {
    const { list, marks } = known.get(field);
    const said = mark ? `${mark.why} Instead: ${mark.instead}` : '';
    if (field.title !== said) {
        field.title = said;
    }
    const place = marks.findIndex((one) => one.key === mark?.key);
    [...list.children].forEach((one, i) => one.classList.toggle('pointed-out', i === place));
}

/** The words in the field, also when text before them has changed since. */
function select(field, mark) {
    const there = field.value.slice(mark.start, mark.end) === mark.text;
    const start = there ? mark.start : field.value.indexOf(mark.text);
    if (start < 0) {
        field.focus();
        return;
    }
    field.setSelectionRange(start, start + mark.text.length);
    // a browser scrolls to a selection when the field is entered
    field.blur();
    field.focus();
}

function line(field, mark) {
    const words = element('button', { type: 'button', class: 'advice-words', title: 'Select these words' }, `“${mark.text.replace(/\s+/g, ' ')}”`);
    words.addEventListener('click', () => select(field, mark));
    return element('li', {}, words, element('span', {}, ` ${mark.why} `),
        element('span', { class: 'advice-instead' }, element('b', {}, 'Instead: '), mark.instead));
}

// Nothing moves under a finger, nor under the pointer that is on a button of the form.
const isBusy = (field) => pointerIsDown || (field.form?.querySelector('button:hover, button:active') ?? null) !== null;

function show(field, text, marks) {
    const { words, list } = known.get(field);
    if (!field.isConnected || field.value !== text) {
        return;
    }
    known.get(field).marks = marks;
    known.get(field).underline.show(marks);
    // what is below an empty field has been sent
    if (text !== '' && isBusy(field)) {
        setTimeout(show, QUIET, field, text, marks);
        return;
    }
    const head = marks.length === 0 ? '' : `${marks.length === 1 ? 'One phrase' : `${marks.length} phrases`} to reconsider`;
    if (words.textContent !== head) {
        words.textContent = head;
    }
    const lines = marks.slice(0, MOST_SHOWN).map((mark) => line(field, mark));
    if (marks.length > MOST_SHOWN) {
        lines.push(element('li', { class: 'quiet-text' }, `and ${marks.length - MOST_SHOWN} more further on`));
    }
    list.replaceChildren(...lines);
}

async function check(field) {
    const state = known.get(field);
    const text = field.value;
    if (text === state.checked || !navigator.onLine || !csrf()) {
        return;
    }
    state.request?.abort();
    state.request = new AbortController();
    if (text.trim() === '' || text.length > LONGEST) {
        state.checked = text;
        show(field, text, []);
        return;
    }
    try {
        const answer = await fetch('/language-checks', { method: 'POST', redirect: 'manual', cache: 'no-store',
            signal: state.request.signal, headers: { 'X-CSRF-TOKEN': csrf().token },
            body: new URLSearchParams({ text, field: field.dataset.language }) });
        if (answer.ok) {
            const marks = (await answer.json()).marks.map((mark, key) => ({ ...mark, key }));
            state.checked = text;
            show(field, text, marks);
        }
    } catch {
        // No network, or typed on meanwhile: advice can wait.
    }
}

function later({ target: field }) {
    const state = known.get(field);
    if (state) {
        clearTimeout(state.timer);
        state.timer = setTimeout(check, QUIET, field);
    }
}

whenShown('[data-language]', place);
document.addEventListener('input', later);
document.addEventListener('focusin', later);
// what a form held is gone after the event
document.addEventListener('reset', ({ target: form }) => setTimeout(() => {
    [...form.elements].filter((field) => known.has(field)).forEach(check);
}));
document.addEventListener('pointerdown', () => { pointerIsDown = true; }, true);
['pointerup', 'pointercancel'].forEach((end) => document.addEventListener(end, () => { pointerIsDown = false; }, true));
