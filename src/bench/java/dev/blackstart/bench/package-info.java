/** Programs that drive the packaged product from outside and print what they measured; no part of the tests. */
package dev.blackstart.bench;
