/** Where the process begins; everything else lies in a package by feature. */
package dev.blackstart;
