/**
 * What comes from outside, made harmless: files by what their bytes are, pictures drawn afresh, Markdown as HTML; uses no
 * feature.
 */
package dev.blackstart.web.content;
