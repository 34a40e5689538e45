/** Who and what there is, read and kept up to date by people; may use people, notify and security. */
package dev.blackstart.directory;
