/** Requests before they are routed: framing, size, origin, proxies; may use web and form. */
package dev.blackstart.web.request;
