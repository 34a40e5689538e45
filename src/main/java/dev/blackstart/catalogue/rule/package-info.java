/** What a plan must keep to, rule by rule; may use catalogue and source. */
package dev.blackstart.catalogue.rule;
