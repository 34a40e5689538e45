/** Advice on wording: counterfactuals, blame, hindsight, intentions and root causes in what people write; may use security. */
package dev.blackstart.language;
