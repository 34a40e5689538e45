/** The page of alerts for control staff. */
package dev.blackstart.conduct.alert;
