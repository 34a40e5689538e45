/** What an operator watches, in Prometheus' format; reads every feature, used by none. */
package dev.blackstart.metrics;
