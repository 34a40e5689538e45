/** A plan played dry in a minute, and what that showed to mend in it; may use conduct. */
package dev.blackstart.rehearsal;
