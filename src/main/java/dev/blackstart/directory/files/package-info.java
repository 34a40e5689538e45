/** Rows of people, teams and systems in files, CSV and YAML, read with every mistake and written; uses no feature. */
package dev.blackstart.directory.files;
