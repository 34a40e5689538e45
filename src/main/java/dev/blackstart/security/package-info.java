/** Sign-in, platform roles and who is looking; may use people. */
package dev.blackstart.security;
