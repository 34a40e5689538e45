import { element } from './page.js';

/**
 * Phrases underlined inside a field: a copy of its text lies over it, transparent but for the lines below the marks, and scrolls
 * with it. It takes no pointer and no focus, and a screen reader does not know it.
 */
export class Underline {
    #field;
    #text = element('span', {});
    #copy;
    #marks = [];
    #of = '';

    /** @param at what is called with the mark below the caret or the pointer, or with null */
    constructor(field, at) {
        this.#field = field;
        const kind = field.tagName === 'TEXTAREA' ? 'area' : 'line';
        this.#copy = element('div', { class: `underlined-copy ${kind}`, 'aria-hidden': 'true' }, this.#text);
        this.#wrap();
        field.addEventListener('scroll', () => this.#scroll(), { passive: true });
        field.addEventListener('input', () => this.#typed());
        field.addEventListener('pointermove', (event) => at(this.#below(event)));
        field.addEventListener('pointerleave', () => at(this.#atCaret()));
        ['keyup', 'click', 'focus'].forEach((event) => field.addEventListener(event, () => at(this.#atCaret())));
        field.addEventListener('blur', () => at(null));
    }

    /** Marks of the text that the field holds. */
    show(marks) {
        this.#marks = marks;
        this.#of = this.#field.value;
        this.#draw();
    }

    /** A field that is moved loses the focus and what is selected. */
    #wrap() {
        const field = this.#field;
        const focused = document.activeElement === field;
        const [from, to] = [field.selectionStart, field.selectionEnd];
        const frame = element('div', { class: 'underlined' });
        field.before(frame);
        frame.append(field, this.#copy);
        if (focused) {
            field.focus({ preventScroll: true });
            field.setSelectionRange(from, to);
        }
    }

    /** Until it is checked again, marks stay where their words are: before what changed, or behind it. */
    #typed() {
        const [before, after] = [this.#of, this.#field.value];
        const shorter = Math.min(before.length, after.length);
        let same = 0;
        while (same < shorter && before[same] === after[same]) {
            same++;
        }
        let end = 0;
        while (end < shorter - same && before[before.length - 1 - end] === after[after.length - 1 - end]) {
            end++;
        }
        const moved = after.length - before.length;
        this.show(this.#marks.filter((mark) => mark.end <= same || mark.start >= before.length - end)
            .map((mark) => (mark.end <= same ? mark : { ...mark, start: mark.start + moved, end: mark.end + moved })));
    }

    #draw() {
        const parts = [];
        let done = 0;
        for (const mark of this.#marks) {
            parts.push(this.#of.slice(done, mark.start), element('span', { class: 'underlined-words' }, this.#of.slice(mark.start, mark.end)));
            done = mark.end;
        }
        // the last line has its height also where nothing is in it
        this.#text.replaceChildren(...(parts.length === 0 ? [] : [...parts, `${this.#of.slice(done)}\u200b`]));
        this.#scroll();
    }

    #scroll() {
        this.#copy.scrollTop = this.#field.scrollTop;
        this.#copy.scrollLeft = this.#field.scrollLeft;
    }

    #below({ clientX: x, clientY: y }) {
        const place = [...this.#text.querySelectorAll('.underlined-words')].findIndex((words) => [...words.getClientRects()]
            .some((box) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom));
        return this.#marks[place] ?? null;
    }

    #atCaret() {
        const caret = this.#field.selectionStart;
        return document.activeElement === this.#field
            ? this.#marks.find((mark) => mark.start <= caret && caret <= mark.end) ?? null : null;
    }
}
