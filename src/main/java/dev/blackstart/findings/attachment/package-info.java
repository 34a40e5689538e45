/** Pictures and files of findings, as they are stored and shown. */
package dev.blackstart.findings.attachment;
