/** NO DUFF: a real emergency, from everybody and always accepted; may use engine. */
package dev.blackstart.conduct.noduff;
