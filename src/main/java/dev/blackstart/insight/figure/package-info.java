/** A chart with its table, its definition and the rows behind it; knows nothing of what it shows. */
package dev.blackstart.insight.figure;
