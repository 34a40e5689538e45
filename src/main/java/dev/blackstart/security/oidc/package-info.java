/** The identity provider: its metadata, its people, its sign-out. */
package dev.blackstart.security.oidc;
