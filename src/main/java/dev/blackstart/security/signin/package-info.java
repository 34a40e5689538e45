/** Which mechanism signs a request in, and the sign-in page; may use security and its other packages. */
package dev.blackstart.security.signin;
