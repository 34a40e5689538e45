/** Layout, error answers and paths; uses no feature. */
package dev.blackstart.web;
