/** The state machine of a call tree and its rows: who is tried next, what is broken; knows nothing of messages. */
package dev.blackstart.calling.tree;
