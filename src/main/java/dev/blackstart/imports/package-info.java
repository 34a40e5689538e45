/**
 * Files of other tools, read as plans or as entries of the directory: one interface, one subpackage per format; may use
 * directory.
 */
package dev.blackstart.imports;
