package dev.blackstart.web;

/** Makes the frame of a page for the reader of this request; for pages of packages that do not know who is signed in. */
public interface PageFrame {

    /** @param active key of the navigation's entry, or null */
    PageContext page(String title, String active);
}
