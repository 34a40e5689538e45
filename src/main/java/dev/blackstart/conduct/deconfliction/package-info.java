/** "Is this you?": whoever sees something asks whether it belongs to an exercise, and is answered; may use conduct. */
package dev.blackstart.conduct.deconfliction;
