// Lists change when something in them was dealt with. Whoever taps twice must not press what has taken its place.
const KEY = 'blackstart.tap';
const REST = 1_000;
const NEAR = 40;
const LONGEST = 15_000;

let last = null;
let until = 0;

const storage = {
    take() {
        try {
            const text = sessionStorage.getItem(KEY);
            sessionStorage.removeItem(KEY);
            return text ? JSON.parse(text) : null;
        } catch {
            return null;
        }
    },
    put(tap) {
        try {
            sessionStorage.setItem(KEY, JSON.stringify(tap));
        } catch {
            // Private windows may refuse; then only this page knows.
        }
    },
};

function rest() {
    until = performance.now() + REST;
    document.documentElement.dataset.resting = '';
    setTimeout(() => {
        if (performance.now() >= until) {
            delete document.documentElement.dataset.resting;
        }
    }, REST + 20);
}

/** A part of the page was replaced: the place that was pressed before rests again. */
export function partReplaced() {
    if (last && Date.now() - last.at < LONGEST) {
        rest();
    }
}

const isNear = ({ clientX, clientY }) => Math.abs(clientX - last.x) <= NEAR && Math.abs(clientY - last.y) <= NEAR;

const before = storage.take();
if (before && before.path === location.pathname && Date.now() - before.at < LONGEST) {
    last = before;
    rest();
    scrollTo(0, before.scroll);
}

// A key press has no place: its click has detail 0.
document.addEventListener('click', (event) => {
    if (event.target.closest('button, a, summary') && event.detail > 0 && last && performance.now() < until && isNear(event)) {
        event.preventDefault();
        event.stopImmediatePropagation();
    }
}, true);

// The place of the last change that was sent, and how far the page was scrolled: the same page comes back as it was.
let pointer = null;
document.addEventListener('pointerdown', ({ clientX, clientY }) => { pointer = { x: clientX, y: clientY, at: Date.now() }; }, true);

/** Something was pressed that changes the page, or puts a question over it. */
export function pressed() {
    const place = pointer && Date.now() - pointer.at < 5_000 ? pointer : { x: -1_000, y: -1_000 };
    last = { x: place.x, y: place.y, at: Date.now(), path: location.pathname, scroll: scrollY };
    rest();
}

document.addEventListener('submit', (event) => {
    if (!event.defaultPrevented && event.target.method === 'post') {
        pressed();
        storage.put(last);
    }
});
