/** Single points of failure that teams found while preparing, and what refers to them. */
package dev.blackstart.preparation.singlepoint;
