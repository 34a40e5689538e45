// A table that is wider than its place scrolls in it. The keyboard reaches it then, and the heading before it is its name.
import { whenShown } from './page.js';

const HEADINGS = 'h1, h2, h3, h4, summary';

function name(wrap) {
    const before = [...document.querySelectorAll(HEADINGS)]
        .filter((heading) => heading.compareDocumentPosition(wrap) & Node.DOCUMENT_POSITION_FOLLOWING);
    return wrap.querySelector('caption')?.textContent.trim() || before.at(-1)?.textContent.trim() || 'Table';
}

function reach({ target }) {
    const wrap = target.closest('.table-wrap');
    if (!wrap) {
        return;
    }
    if (wrap.scrollWidth > wrap.clientWidth) {
        wrap.tabIndex = 0;
        wrap.setAttribute('role', 'region');
        wrap.setAttribute('aria-label', name(wrap));
    } else {
        wrap.removeAttribute('tabindex');
        wrap.removeAttribute('role');
        wrap.removeAttribute('aria-label');
    }
}

const sizes = new ResizeObserver((changes) => changes.forEach(reach));

whenShown('.table-wrap:not([tabindex]) > table', (table) => {
    sizes.observe(table);
    sizes.observe(table.parentElement);
});
