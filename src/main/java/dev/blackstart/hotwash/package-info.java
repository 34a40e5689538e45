/** The hot wash: what people say right after ENDEX, with or without their name. */
package dev.blackstart.hotwash;
