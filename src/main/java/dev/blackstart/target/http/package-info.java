/** Requests to targets. */
package dev.blackstart.target.http;
