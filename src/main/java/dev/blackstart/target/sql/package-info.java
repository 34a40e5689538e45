/** Statements on the configured data sources. */
package dev.blackstart.target.sql;
