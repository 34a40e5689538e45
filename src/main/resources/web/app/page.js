const meta = (name) => document.querySelector(`meta[name="${name}"]`);

/** The token that proves a change comes from our own page; null when nobody is signed in. */
export const csrf = () => {
    const tag = meta('csrf-token');
    return tag && { token: tag.content, field: tag.dataset.field };
};

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

/** An element with its class, attributes and children. */
export function element(name, attributes = {}, ...children) {
    const made = document.createElement(name);
    Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
    made.append(...children);
    return made;
}
