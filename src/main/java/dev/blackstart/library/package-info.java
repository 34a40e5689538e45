/** Search over what exercises left: findings, defects, actions and plans, each for whom it may be read by; may use followup. */
package dev.blackstart.library;
