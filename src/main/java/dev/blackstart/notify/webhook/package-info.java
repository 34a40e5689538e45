/** Messages by signed webhook: where they may go, and what answered. */
package dev.blackstart.notify.webhook;
