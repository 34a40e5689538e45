/**
 * A person's own calendar as a feed: what they may know of exercises and their shifts; may use conduct, preparation and below.
 */
package dev.blackstart.calendar;
