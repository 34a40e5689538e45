import { element } from './page.js';
import { pressed } from './tap.js';

const confirmed = new WeakSet();

/** The button's words, without the key shown beside them and the dots that say a question follows. */
const words = (button) => [...(button?.childNodes ?? [])]
    .filter(({ nodeName }) => nodeName !== 'KBD')
    .map(({ textContent }) => textContent.trim())
    .join(' ').trim().replace(/…$/, '');

/**
 * `<form data-confirm="Reverts 2 faults, tells 14 people.">` (or its button) asks once, in the browser's own dialog.
 * The question is the button's words, so the answer repeats what was meant. Without a script the form is simply sent.
 */
function ask(form, submitter, consequence) {
    const verb = form.dataset.verb || words(submitter) || 'Go on';
    const heading = element('h2', { id: 'confirm-title' }, `${verb}?`);
    const back = element('button', { type: 'submit', class: 'button', value: '' }, 'Back');
    const go = element('button', { type: 'submit', class: 'button danger filled', value: 'go' }, verb);
    const dialog = element('dialog', { class: 'confirm', 'aria-labelledby': 'confirm-title', 'aria-describedby': 'confirm-text' },
        element('form', { method: 'dialog' },
            heading,
            element('p', { id: 'confirm-text' }, consequence),
            element('div', { class: 'form-actions' }, go, back)));
    dialog.addEventListener('close', () => {
        dialog.remove();
        if (dialog.returnValue === 'go') {
            confirmed.add(form);
            // A live part of the page may have been replaced while somebody thought about it.
            if (!form.isConnected) {
                form.hidden = true;
                document.body.append(form);
            }
            form.requestSubmit(submitter);
        } else {
            submitter?.focus();
        }
    });
    document.body.append(dialog);
    dialog.showModal();
    pressed();
    back.focus();
}

// Captured before htmx and the rest see the event.
document.addEventListener('submit', (event) => {
    const { target: form, submitter } = event;
    const consequence = submitter?.dataset.confirm ?? form.dataset.confirm;
    if (!consequence || confirmed.delete(form) || typeof HTMLDialogElement === 'undefined') {
        return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
    ask(form, submitter, consequence);
}, true);
