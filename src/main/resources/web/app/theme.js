import { memory, whenShown } from './page.js';

const KEY = 'blackstart.theme';
const NEXT = { system: 'light', light: 'dark', dark: 'system' };

// /static/theme.js has set the remembered theme before the first paint.
const current = () => document.documentElement.dataset.theme ?? 'system';

function label(button) {
    button.setAttribute('aria-label', `Theme: ${current()}. Switch to ${NEXT[current()]}.`);
    button.title = `Theme: ${current()}`;
    button.querySelector('use').setAttribute('href', `#i-theme-${current()}`);
}

whenShown('[data-theme-switch]', (button) => {
    label(button);
    button.hidden = false;
});

document.addEventListener('click', ({ target }) => {
    const button = target.closest('[data-theme-switch]');
    if (!button) {
        return;
    }
    const theme = NEXT[current()];
    if (theme === 'system') {
        delete document.documentElement.dataset.theme;
        memory.set(KEY, null);
    } else {
        document.documentElement.dataset.theme = theme;
        memory.set(KEY, theme);
    }
    label(button);
});
