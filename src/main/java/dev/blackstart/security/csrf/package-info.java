/** Tokens against cross-site requests, and the routes that need none; may use security. */
package dev.blackstart.security.csrf;
