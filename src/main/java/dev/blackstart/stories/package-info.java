/** War stories: what people tell of earlier failures, with or without their name; may use followup. */
package dev.blackstart.stories;
