import { csrf, element } from './page.js';

const isOurPost = (form) => form.method === 'post' && new URL(form.action).origin === location.origin;

// A live fragment is rendered once for many readers and holds no token: it is put in as the form leaves.
function sign(form) {
    const known = csrf();
    if (known && !form.elements.namedItem(known.field)) {
        form.append(element('input', { type: 'hidden', name: known.field, value: known.token }));
    }
}

const free = (form) => form.removeAttribute('aria-busy');

// A second press of the same button sends nothing; coming back to the page frees it, and so does a lost answer in the end.
document.addEventListener('submit', (event) => {
    const form = event.target;
    if (event.defaultPrevented || !isOurPost(form)) {
        return;
    }
    if (form.getAttribute('aria-busy') === 'true') {
        event.preventDefault();
        return;
    }
    sign(form);
    form.setAttribute('aria-busy', 'true');
    setTimeout(free, 10_000, form);
});

window.addEventListener('pageshow', () => {
    document.querySelectorAll('form[aria-busy]').forEach(free);
});

// The server counts characters, an emoji as one; the browser's own limit counts it as two and cuts what is pasted.
document.addEventListener('focusin', ({ target }) => {
    if (target.maxLength > 0) {
        target.dataset.longest = target.maxLength;
        target.removeAttribute('maxlength');
    }
});

document.addEventListener('input', ({ target }) => {
    if (target.dataset.longest) {
        const count = [...target.value].length;
        target.setCustomValidity(count > target.dataset.longest
            ? `At most ${target.dataset.longest} characters; this has ${count}.` : '');
    }
});

// What the server would refuse after a long upload is said at once.
function refuseTooLarge(field) {
    const most = Number(field.dataset.mostMb ?? Infinity);
    const size = field.files[0]?.size ?? 0;
    field.setCustomValidity(size > most * 1024 * 1024 ? `A file has at most ${most} MB; choose a smaller one, or a screenshot.` : '');
    field.reportValidity();
}

document.addEventListener('change', ({ target }) => {
    if (target.matches('.file input[type="file"]')) {
        const name = target.closest('.file').querySelector('[data-file-name]');
        if (name) {
            name.textContent = target.files[0]?.name ?? name.dataset.fileName;
        }
        refuseTooLarge(target);
    }
});

// Errors are told above the form, or under the field; whoever has to correct something starts there, and sees what is wrong.
const wrong = document.querySelector('.errors') ?? document.querySelector('[aria-invalid="true"]')
    ?? document.querySelector('.field:has(> .error) :is(input, select, textarea)');
wrong?.focus();
const said = wrong?.closest('.field')?.querySelector('.error');
if (said) {
    said.scrollIntoView({ block: 'nearest' });
} else if (!wrong && performance.getEntriesByType('navigation')[0]?.responseStatus >= 400) {
    document.querySelector('details[open] .notice, form .notice')?.scrollIntoView({ block: 'nearest' });
}
