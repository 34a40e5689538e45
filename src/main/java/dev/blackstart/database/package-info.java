/** The run-time switch between H2 and PostgreSQL, and what every entity has; uses no feature. */
package dev.blackstart.database;
