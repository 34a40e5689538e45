/** What has happened so far, for who comes late. */
package dev.blackstart.conduct.recap;
