/** Pages and API of blackouts and incidents. */
package dev.blackstart.directory.blackout;
