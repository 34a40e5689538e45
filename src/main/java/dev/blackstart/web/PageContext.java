package dev.blackstart.web;

/**
 * What the layout of every page shows.
 *
 * @param viewer null where nobody is signed in
 * @param arrived what the viewer sent just now and has arrived, in words; or null
 * @param active key of the navigation's entry, or null
 * @param refused why the form that was just sent from this page was refused; null where none was
 */
public record PageContext(String title, Who viewer, String active, String arrived, String refused) {

    /** For a page to which no form leads back. */
    public PageContext(String title, Who viewer, String active) {
        this(title, viewer, active, null, null);
    }

    /** @param waiting how many things wait for them */
    public record Who(String key, String name, boolean master, int waiting) {

        /** As the badge shows it. */
        public String badge() {
            return waiting >= Waiting.MOST ? Waiting.MOST - 1 + "+" : String.valueOf(waiting);
        }
    }
}
