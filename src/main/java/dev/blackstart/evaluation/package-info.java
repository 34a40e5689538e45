/**
 * What evaluators judge: expectations with the time they were met, objectives with their ratings, the score of a game; may use
 * conduct.
 */
package dev.blackstart.evaluation;
