import { memory, whenShown } from './page.js';

const KEY = 'blackstart.keys';
const IN_USE = 'input, textarea, select, button, a, summary, dialog, [contenteditable]';
const on = () => memory.get(KEY) !== 'off';

/**
 * `data-key="r"` on a button presses it, on a field goes there. Single keys do nothing inside fields and on buttons
 * and can be turned off (`data-keys-switch`). Nothing that injects, resumes, aborts or calls NO DUFF has one; space scrolls.
 */
document.addEventListener('keydown', (event) => {
    const { key, target } = event;
    if (!on() || event.repeat || event.ctrlKey || event.metaKey || event.altKey || target.closest(IN_USE)) {
        return;
    }
    const meant = key === ' ' ? null : document.querySelector(`[data-key="${CSS.escape(key.toLowerCase())}"]:not(:disabled)`);
    if (!meant || document.querySelector('dialog[open]')) {
        return;
    }
    event.preventDefault();
    if (meant.matches('button, a, summary')) {
        meant.click();
    } else {
        meant.focus();
    }
});

whenShown('[data-keys-switch]', (box) => {
    box.checked = on();
    box.addEventListener('change', () => memory.set(KEY, box.checked ? null : 'off'));
});

// The list of keys is a dialog of the page: `<dialog id="keys">` and a button `data-opens="keys" data-key="?"`.
document.addEventListener('click', ({ target }) => {
    const opener = target.closest('[data-opens]');
    if (opener) {
        document.getElementById(opener.dataset.opens)?.showModal();
    }
});
