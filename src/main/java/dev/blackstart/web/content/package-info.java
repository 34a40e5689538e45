/** What an uploaded file is, decided by its bytes, and pictures drawn afresh without what they carried; uses no feature. */
package dev.blackstart.web.content;
