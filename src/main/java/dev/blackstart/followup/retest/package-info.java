/** Results of drills and expectations, and the retests of defects that they settle. */
package dev.blackstart.followup.retest;
