import { observeServer } from './clock.js';
import { csrf, element, renewToken, viewer } from './page.js';
import { noteSession } from './pages.js';

const EVERY = 5 * 60 * 1000;
let last = Date.now();

function tellSignedOut() {
    if (document.querySelector('[data-signed-out]')) {
        return;
    }
    const link = element('a', { href: '/login', target: '_blank', rel: 'noopener' }, 'Sign in in another tab');
    document.body.append(element('p', { class: 'notice at-bottom', 'data-tone': 'amber', 'data-signed-out': '', role: 'alert' },
        element('span', {}, 'You are signed out. What you typed is still here. ', link, ', then go on.')));
}

/** No page of somebody signed in expires while it is open. */
async function ping() {
    last = Date.now();
    try {
        const answer = await fetch('/ping', { cache: 'no-store', redirect: 'manual', headers: { 'X-Person': viewer() } });
        if (answer.status === 401 || answer.type === 'opaqueredirect') {
            document.dispatchEvent(new CustomEvent('blackstart:signed-out'));
        } else {
            renewToken(answer.headers.get('X-CSRF-TOKEN'));
            await noteSession(answer);
            document.querySelector('[data-signed-out]')?.remove();
            observeServer(answer.headers.get('X-Server-Now') ?? '');
        }
    } catch {
        // No network now; the next ping tries again.
    }
}

if (csrf()) {
    setInterval(ping, EVERY);
    // Timers sleep with the laptop: catch up as soon as somebody looks again.
    document.addEventListener('visibilitychange', () => {
        if (!document.hidden && (Date.now() - last > EVERY || document.querySelector('[data-signed-out]'))) {
            ping();
        }
    });
}
document.addEventListener('blackstart:signed-out', tellSignedOut);
document.addEventListener('blackstart:check', ping);
