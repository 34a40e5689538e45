/** How people answer about information flow and about systems, in groups that name nobody; may use reading and figure. */
package dev.blackstart.insight.culture;
