import { element, whenShown } from './page.js';

// No single language knows every zone by its short name: en-GB says CET, en-US says EST, en-AU says AEST.
const LANGUAGES = ['en-GB', 'en-US', 'en-AU', 'en-IN', 'ja-JP'];
const SHAPES = {
    time: { hour: '2-digit', minute: '2-digit' },
    seconds: { hour: '2-digit', minute: '2-digit', second: '2-digit' },
    date: { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
    full: { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' },
};

const here = Intl.DateTimeFormat().resolvedOptions().timeZone;

function part(language, timeZone, timeZoneName, instant) {
    return new Intl.DateTimeFormat(language, { timeZone, timeZoneName })
        .formatToParts(instant)
        .find(({ type }) => type === 'timeZoneName').value;
}

/** "CET", or "UTC+5:45" where a zone has no short name. */
function zoneName(timeZone, instant) {
    const names = LANGUAGES.map((language) => part(language, timeZone, 'short', instant));
    return names.find((name) => !/^(GMT|UTC)[+-]/.test(name)) ?? names[0].replace('GMT', 'UTC');
}

const formats = new Map();

function format(instant, timeZone, shape) {
    const key = `${timeZone} ${shape}`;
    if (!formats.has(key)) {
        formats.set(key, new Intl.DateTimeFormat('en-GB', { ...SHAPES[shape], timeZone, hourCycle: 'h23' }));
    }
    return formats.get(key).format(instant);
}

const differs = (timeZone, instant) =>
    part('en-US', timeZone, 'longOffset', instant) !== part('en-US', here, 'longOffset', instant);

/** Writes the time of an element as its own zone and the reader's show it. */
function localise(time) {
    const instant = new Date(time.dateTime);
    // one that ticks has its seconds from the start: a line that grows a second later moves everything below it
    const ticks = 'ticks' in time.dataset;
    const shape = ticks ? 'seconds' : time.dataset.show in SHAPES ? time.dataset.show : 'full';
    const zone = time.dataset.zone || here;
    if (Number.isNaN(instant.getTime())) {
        return;
    }
    try {
        const withZone = (timeZone, as) =>
            shape === 'date' ? format(instant, timeZone, as) : `${format(instant, timeZone, as)} ${zoneName(timeZone, instant)}`;
        time.replaceChildren(element('span', {}, time.dataset.bare === undefined ? withZone(zone, shape) : format(instant, zone, shape)));
        time.title = withZone(zone, 'full');
        if (shape !== 'date' && differs(zone, instant)) {
            time.title += ` · ${withZone(here, 'full')} here`;
            if (time.dataset.bare === undefined) {
                // The day is told again only where it is another one.
                const sameDay = format(instant, zone, 'date') === format(instant, here, 'date');
                const beside = shape === 'full' && sameDay ? 'time' : shape;
                time.append(' ', element('span', { class: 'elsewhere' }, `(${withZone(here, beside)} here)`));
            }
        }
    } catch {
        // A zone this browser does not know: the server's text stays.
    }
}

whenShown('time[datetime]', localise);

/** A clock on the wall: `<time data-ticks>` shows this instant, to the second. */
export function tickWall(time, now) {
    const second = new Date(Math.floor(now / 1_000) * 1_000).toISOString();
    if (time.dateTime !== second) {
        time.dateTime = second;
        localise(time);
    }
}
