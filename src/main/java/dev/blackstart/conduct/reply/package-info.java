/** Replies of players to messages; may use engine and item. */
package dev.blackstart.conduct.reply;
