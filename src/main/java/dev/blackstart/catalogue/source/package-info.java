/** YAML and JSON texts as trees that know their lines, and what a schema says of them; knows nothing of plans. */
package dev.blackstart.catalogue.source;
