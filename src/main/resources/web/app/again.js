import { putPart } from './live.js';

const SECOND = 1_000;

/**
 * `<div id data-again="/address" data-every="5">` asks for its content now and then, while somebody looks at the page: a
 * pulled safety lever or a real incident shows on every page, also on those without a stream.
 */
function refresh(place) {
    let last = null;
    const look = async () => {
        if (document.hidden) {
            return;
        }
        const answer = await fetch(place.dataset.again, { cache: 'no-store', redirect: 'manual' }).catch(() => null);
        const html = answer?.ok ? await answer.text() : null;
        if (html !== null && html !== last) {
            putPart({ id: place.id, html });
            last = html;
        }
    };
    setInterval(look, Number(place.dataset.every) * SECOND);
    document.addEventListener('visibilitychange', look);
}

document.querySelectorAll('[data-again]').forEach(refresh);
