/**
 * What the pages and routes of an exercise share: its JSON, its status banner, the confirmation page; may use exercise and
 * gate.
 */
package dev.blackstart.exercise.page;
