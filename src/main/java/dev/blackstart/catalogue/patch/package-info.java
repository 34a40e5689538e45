/** Changes single values in the text of a plan and leaves every other character as it is; may use {@code catalogue.source}. */
package dev.blackstart.catalogue.patch;
