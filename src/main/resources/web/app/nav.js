// On a phone the navigation is wider than the screen: where one is stands in view, and a faded edge says that there is more.
const nav = document.querySelector('.nav');

function fade() {
    const hidden = nav.scrollWidth - nav.clientWidth;
    nav.toggleAttribute('data-more-before', nav.scrollLeft > 1);
    nav.toggleAttribute('data-more-behind', nav.scrollLeft < hidden - 1);
}

if (nav) {
    const current = nav.querySelector('[aria-current]');
    if (current) {
        const { left, width } = current.getBoundingClientRect();
        nav.scrollLeft += left + width / 2 - nav.getBoundingClientRect().left - nav.clientWidth / 2;
    }
    fade();
    nav.addEventListener('scroll', fade, { passive: true });
    new ResizeObserver(fade).observe(nav);
}
