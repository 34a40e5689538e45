/**
 * Persons, teams, systems and what keeps them from being touched, and how people are reached; uses no feature but the base of
 * entities.
 */
package dev.blackstart.people;
