import { whenShown } from './page.js';

/**
 * A list of which many can be selected: `<form data-many="findings">`. Its buttons say how many are; none, and they do nothing.
 * Without a script the server says what is missing, and always asks before it changes anything.
 */
whenShown('form[data-many]', (form) => {
    const boxes = () => [...form.querySelectorAll('input[type="checkbox"][name="ids"]')];
    const all = form.querySelector('[data-many-all]');
    const buttons = [...form.querySelectorAll('.many button')].map((button) => ({ button, words: button.textContent }));
    const show = () => {
        const count = boxes().filter(({ checked }) => checked).length;
        buttons.forEach(({ button, words }) => {
            button.disabled = count === 0;
            button.textContent = count === 0 ? words : words.replace('selected', String(count));
        });
        const box = all.querySelector('input');
        box.checked = count > 0 && count === boxes().length;
        box.indeterminate = count > 0 && !box.checked;
    };
    all.hidden = false;
    form.addEventListener('change', ({ target }) => {
        if (all.contains(target)) {
            boxes().forEach((box) => {
                box.checked = target.checked;
            });
        }
        show();
    });
    show();
});
