const meta = (name) => document.querySelector(`meta[name="${name}"]`);

/** The token that proves a change comes from our own page; null when nobody is signed in. */
export const csrf = () => {
    const tag = meta('csrf-token');
    return tag && { token: tag.content, field: tag.dataset.field };
};

/** The page was opened before somebody signed in again: all its forms get the new session's token. */
export function renewToken(token) {
    const known = csrf();
    if (token && known && token !== known.token) {
        meta('csrf-token').content = token;
        document.querySelectorAll(`input[name="${known.field}"]`).forEach((field) => { field.value = token; });
    }
}

/** Key of whoever is signed in, or null. */
export const viewer = () => meta('viewer')?.content ?? null;

/** Calls back with each element matching the selector, now and whenever a fragment brings new ones. */
export function whenShown(selector, callback) {
    const visit = (root) => {
        if (root.nodeType !== Node.ELEMENT_NODE) {
            return;
        }
        if (root.matches(selector)) {
            callback(root);
        }
        root.querySelectorAll(selector).forEach(callback);
    };
    visit(document.documentElement);
    new MutationObserver((changes) => {
        changes.forEach((change) => change.addedNodes.forEach(visit));
    }).observe(document.documentElement, { childList: true, subtree: true });
}

/** What this browser remembers; a browser that forbids it simply forgets. */
export const memory = {
    get(key) {
        try {
            return localStorage.getItem(key);
        } catch {
            return null;
        }
    },
    set(key, value) {
        try {
            if (value === null) {
                localStorage.removeItem(key);
            } else {
                localStorage.setItem(key, value);
            }
        } catch {
            // Private windows may refuse; nothing depends on it.
        }
    },
};

const DRAFT = 'blackstart.draft.';

/** Where this browser remembers what somebody has typed and not sent. */
export const draftKey = (name) => `${DRAFT}${viewer()}.${name}`;

/** Whoever signs out leaves no words behind. What waits to be sent is no draft: it stays until its person signs in again. */
export function forgetDrafts() {
    try {
        Object.keys(localStorage).filter((key) => key.startsWith(DRAFT)).forEach((key) => localStorage.removeItem(key));
    } catch {
        // A browser that forbids storage has kept none.
    }
}

/** A random UUID, also over plain http, where browsers have no function for it. */
export function uuid() {
    if (crypto.randomUUID) {
        return crypto.randomUUID();
    }
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = (bytes[6] & 0x0f) | 0x40;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    return hex.replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, '$1-$2-$3-$4-$5');
}

/** An element with its class, attributes and children. */
export function element(name, attributes = {}, ...children) {
    const made = document.createElement(name);
    Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
    made.append(...children);
    return made;
}
