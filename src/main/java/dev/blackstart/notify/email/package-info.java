/** Messages by email: the mail server, its answers and the subject line. */
package dev.blackstart.notify.email;
