/**
 * Search over what exercises left: findings, defects, actions, plans and published reports, each for whom may read it; may use
 * review.
 */
package dev.blackstart.library;
