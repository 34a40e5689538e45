/** The outbox and the channels a message reaches a person; may use people and the journal. */
package dev.blackstart.notify;
