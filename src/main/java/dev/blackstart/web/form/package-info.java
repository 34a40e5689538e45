/** Forms: what was typed, which fields were wrong, where a form posts to. */
package dev.blackstart.web.form;
