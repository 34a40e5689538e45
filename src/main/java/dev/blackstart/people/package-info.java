/** Persons, teams and their members; uses no feature but the base of entities. */
package dev.blackstart.people;
