/** What participants noticed, as it happened; may use conduct. */
package dev.blackstart.findings;
