/** Plans as code: the records, the schema, the rules, the import and the export; may use people. */
package dev.blackstart.catalogue;
