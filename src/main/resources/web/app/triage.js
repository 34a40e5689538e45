// A form that a key has opened is entered at once: `<details data-enters>`. What opens with the page is left alone.
document.addEventListener('toggle', ({ target }) => {
    if (target.matches('details[data-enters][open]') && document.readyState === 'complete') {
        target.querySelector('input:not([type="hidden"]), select, textarea')?.focus();
    }
}, true);
