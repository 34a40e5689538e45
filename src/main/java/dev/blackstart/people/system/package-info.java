/** Systems, and the blackouts and incidents that keep faults away from them. */
package dev.blackstart.people.system;
