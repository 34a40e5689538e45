package dev.blackstart.web;

/**
 * What the layout of every page shows.
 *
 * @param viewer null where nobody is signed in
 * @param active key of the navigation's entry, or null
 */
public record Page(String title, Who viewer, String active) {

    public record Who(String key, String name, boolean master) {
    }
}
