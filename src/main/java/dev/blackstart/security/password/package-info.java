/** Passwords: checks, throttles, changes; may use security and oidc. */
package dev.blackstart.security.password;
