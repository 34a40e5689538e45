/** The banner of running exercises on every page. */
package dev.blackstart.conduct.banner;
