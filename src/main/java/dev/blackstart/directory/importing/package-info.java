/** People, teams and systems out of files: compared first, then written in a job. */
package dev.blackstart.directory.importing;
