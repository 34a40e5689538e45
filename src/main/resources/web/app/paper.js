import { whenShown } from './page.js';

// A button that prints is of use only where a script can open the printer's dialog.
whenShown('[data-print]', (button) => {
    button.hidden = false;
    button.addEventListener('click', () => window.print());
});
