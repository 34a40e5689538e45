/** How much work the server accepts at a time, by whom, and for how long: so that no flood takes NO DUFF away. */
package dev.blackstart.web.limits;
