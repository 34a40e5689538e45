/** Experiments of Chaos Toolkit as plans. */
package dev.blackstart.imports.chaostoolkit;
