import { csrf, element } from './page.js';
import { pressed } from './tap.js';

const asIs = new WeakSet();

const fieldsOf = (form, submitter) => {
    const fields = new URLSearchParams(new FormData(form));
    if (submitter?.name) {
        fields.append(submitter.name, submitter.value);
    }
    return fields;
};

/** What the server asks about this form: its question as a node, or null where it did not ask; the answer's status otherwise. */
async function questionOf(form, submitter) {
    const answer = await fetch(form.action, { method: 'POST', redirect: 'manual', cache: 'no-store',
        body: fieldsOf(form, submitter), headers: { Accept: 'text/html', 'X-CSRF-TOKEN': csrf()?.token ?? '' } });
    if (answer.type === 'opaqueredirect') {
        return { done: true };
    }
    const page = answer.ok ? new DOMParser().parseFromString(await answer.text(), 'text/html') : null;
    return { question: page?.querySelector('[data-question]') ?? null };
}

function frame(submitter) {
    const text = element('p', { role: 'status' }, 'Loading what this would do…');
    const back = element('button', { type: 'button', class: 'button', 'data-back': '' }, 'Back');
    const dialog = element('dialog', { class: 'confirm', 'aria-label': submitter?.textContent.trim() ?? 'Confirm' }, text,
        element('div', { class: 'form-actions' }, back));
    dialog.addEventListener('click', (event) => {
        if (event.target.closest('[data-back]')) {
            event.preventDefault();
            dialog.close();
        }
    });
    dialog.addEventListener('close', () => {
        dialog.remove();
        submitter?.focus();
    });
    document.body.append(dialog);
    dialog.showModal();
    pressed();
    back.focus();
    return { dialog, text };
}

/**
 * `<form data-asks>`: the server is asked what the form would do, and its question is shown as a dialog. The dialog holds the
 * form of the page that a browser without scripts gets.
 */
async function ask(form, submitter) {
    const { dialog, text } = frame(submitter);
    try {
        const { question, done } = await questionOf(form, submitter);
        if (done) {
            location.assign(location.href);
        } else if (question) {
            dialog.removeAttribute('aria-label');
            dialog.setAttribute('aria-labelledby', 'question-title');
            dialog.setAttribute('aria-describedby', 'question-says');
            dialog.replaceChildren(document.importNode(question, true));
            dialog.querySelector('textarea, [data-back]').focus();
            pressed();
        } else {
            asIs.add(form);
            dialog.close();
            if (!form.isConnected) {
                form.hidden = true;
                document.body.append(form);
            }
            form.requestSubmit(submitter?.isConnected ? submitter : undefined);
        }
    } catch {
        text.setAttribute('role', 'alert');
        text.textContent = 'The server did not answer. Nothing was done. Try again, and say it by phone as well.';
    }
}

document.addEventListener('submit', (event) => {
    const { target: form, submitter } = event;
    if (!('asks' in form.dataset) || asIs.delete(form) || typeof HTMLDialogElement === 'undefined') {
        return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
    ask(form, submitter);
}, true);
