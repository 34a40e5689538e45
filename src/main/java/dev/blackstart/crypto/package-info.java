/** Keys of this installation, random secrets and how they are compared; uses no feature. */
package dev.blackstart.crypto;
