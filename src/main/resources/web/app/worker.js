import { csrf, memory } from './page.js';

// What a phone needs without a network: its last page and our own files. Whoever signs out takes the page along.
if ('serviceWorker' in navigator) {
    if (csrf()) {
        navigator.serviceWorker.register('/static/sw.js', { scope: '/' }).catch(() => {
            // Over plain HTTP there is none; everything works but for opening a page without a network.
        });
    }
    if (location.pathname === '/login') {
        memory.set('blackstart.signed-out', String(Date.now()));
    }
}

// Somebody signed out in another tab: this one says so and shows nothing new.
window.addEventListener('storage', ({ key }) => {
    if (key === 'blackstart.signed-out' && csrf()) {
        document.dispatchEvent(new CustomEvent('blackstart:check'));
    }
});
