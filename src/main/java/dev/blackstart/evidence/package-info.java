/** Evidence packs for auditors: what is kept of closed exercises, in one ZIP file with an index and checksums; only reads. */
package dev.blackstart.evidence;
