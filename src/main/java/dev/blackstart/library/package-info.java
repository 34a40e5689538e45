/**
 * Search over what exercises left (findings, defects, actions, plans, published reports) and over war stories, each for whom
 * may
 * read it; may use review and stories.
 */
package dev.blackstart.library;
