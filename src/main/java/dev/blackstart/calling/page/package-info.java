/** The pages and routes of call trees, calls and acknowledgements; may use calling, tree and correction. */
package dev.blackstart.calling.page;
