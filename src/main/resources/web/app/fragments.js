import htmx from 'htmx.org';

import { csrf } from './page.js';

// What a strict Content-Security-Policy forbids is off, and no page is kept in the browser's storage.
Object.assign(htmx.config, {
    allowEval: false,
    allowScriptTags: false,
    includeIndicatorStyles: false,
    selfRequestsOnly: true,
    historyCacheSize: 0,
    refreshOnHistoryMiss: true,
    scrollIntoViewOnBoost: false,
    // A refused form (422) or move (409) comes back as the fragment that says what to do.
    responseHandling: [
        { code: '204', swap: false },
        { code: '[23]..', swap: true },
        { code: '(409|422)', swap: true, error: false },
        { code: '...', swap: false, error: true },
    ],
});

document.addEventListener('htmx:configRequest', ({ detail }) => {
    const known = csrf();
    if (known) {
        detail.headers['X-CSRF-TOKEN'] = known.token;
    }
});

document.addEventListener('htmx:responseError', ({ detail }) => {
    if (detail.xhr.status === 401) {
        document.dispatchEvent(new CustomEvent('blackstart:signed-out'));
    }
});
