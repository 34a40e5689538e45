package dev.blackstart.web;

/**
 * What the layout of every page shows.
 *
 * @param viewer null where nobody is signed in
 * @param active key of the navigation's entry, or null
 * @param refused why the form that was just sent from this page was refused; null where none was
 */
public record Page(String title, Who viewer, String active, String refused) {

    public record Who(String key, String name, boolean master) {
    }

    /** For a page to which no form leads back. */
    public Page(String title, Who viewer, String active) {
        this(title, viewer, active, null);
    }

    /** The same for somebody of whom nothing is known. */
    Page anonymous() {
        return new Page(title, null, active, null);
    }
}
