import { viewer } from './page.js';

const PREFIX = 'blackstart.draft-of-page.';
const CLEARED = 'blackstart.drafts-cleared';

/** A form, also after its page was loaded again: where it goes, and which fields it has. */
const nameOf = (form) => [PREFIX + viewer(), new URL(form.action).pathname,
    [...form.elements].map(({ name }) => name).filter((name) => name && name !== 'csrf-token').join(',')].join('|');

const isKept = (form) => form.method === 'post' && viewer() && !form.matches('[data-queue], [action="/logout"]');
const isTyped = (field) => field.name && field.matches('textarea, select, input:not([type="hidden"], [type="password"], [type="file"], [type="submit"])');

/** This tab's own store; a browser that forbids it keeps nothing. */
const store = {
    read(key) {
        try {
            return JSON.parse(sessionStorage.getItem(key));
        } catch {
            return null;
        }
    },
    write(key, draft) {
        try {
            if (draft === null || Object.keys(draft.fields).length === 0) {
                sessionStorage.removeItem(key);
            } else {
                sessionStorage.setItem(key, JSON.stringify(draft));
            }
        } catch {
            // Full, or forbidden: the page works without.
        }
    },
    keys() {
        try {
            return Object.keys(sessionStorage).filter((key) => key.startsWith(PREFIX));
        } catch {
            return [];
        }
    },
};

const chooses = (field) => field.matches('[type="radio"], [type="checkbox"]');
const keyOf = (field) => (chooses(field) ? `${field.name}=${field.value}` : field.name);
const valueOf = (field) => (chooses(field) ? field.checked : field.value);
const untouched = (field) => {
    if (chooses(field)) {
        return field.checked === field.defaultChecked;
    }
    return field.matches('select') ? [...field.options].every((option) => option.selected === option.defaultSelected)
        : field.value === field.defaultValue;
};

function keep({ target: field }) {
    const { form } = field;
    if (!form || !isTyped(field) || !isKept(form)) {
        return;
    }
    const fields = Object.fromEntries([...form.elements].filter((each) => isTyped(each) && !untouched(each))
        .map((each) => [keyOf(each), valueOf(each)]));
    store.write(nameOf(form), { fields });
}

function restore(form) {
    const draft = isKept(form) && store.read(nameOf(form));
    if (!draft) {
        return;
    }
    [...form.elements].filter((field) => isTyped(field) && keyOf(field) in draft.fields).forEach((field) => {
        if (chooses(field)) {
            field.checked = draft.fields[keyOf(field)];
        } else {
            field.value = draft.fields[keyOf(field)];
        }
        field.closest('details')?.setAttribute('open', '');
    });
}

/** What was sent stays until the server has taken it: a refusal, or a page that never came, keeps it. */
function settle() {
    const [navigation] = performance.getEntriesByType('navigation');
    const taken = viewer() && navigation?.type === 'navigate' && !(navigation.responseStatus >= 400)
        && !document.querySelector('[data-refused], [aria-invalid="true"], [data-question]');
    store.keys().forEach((key) => {
        const draft = store.read(key);
        const foreign = viewer() && !key.startsWith(`${PREFIX}${viewer()}|`);
        if (foreign || (draft?.sent && taken)) {
            store.write(key, null);
        } else if (draft?.sent && viewer() && !document.querySelector('[data-question]')) {
            store.write(key, { fields: draft.fields });
        }
    });
}

const clear = () => store.keys().forEach((key) => store.write(key, null));

/** A confirmed question sends what was typed into the form that asked it: the same address, and fields that the question carries. */
function sendAsked(question) {
    const asked = `${PREFIX}${viewer()}|${new URL(question.action).pathname}|`;
    store.keys().filter((key) => key.startsWith(asked)).forEach((key) => {
        const { fields } = store.read(key);
        if (Object.keys(fields).every((field) => question.elements.namedItem(field.split('=')[0]))) {
            store.write(key, { fields, sent: true });
        }
    });
}

document.addEventListener('submit', (event) => {
    const { target: form } = event;
    if (form.matches('[action="/logout"]')) {
        clear();
        try {
            localStorage.setItem(CLEARED, String(Date.now()));
        } catch {
            // Other tabs cannot be told; their drafts go with them.
        }
        return;
    }
    const draft = !event.defaultPrevented && isKept(form) && store.read(nameOf(form));
    if (draft) {
        store.write(nameOf(form), { fields: draft.fields, sent: true });
    }
    if (form.closest('[data-question]')) {
        sendAsked(form);
    }
});
window.addEventListener('storage', ({ key }) => key === CLEARED && clear());
document.addEventListener('input', keep);
document.addEventListener('change', keep);

settle();
document.querySelectorAll('form').forEach(restore);
