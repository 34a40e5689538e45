package dev.blackstart.web.form;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Fields that a page's form always sends, if only empty, and whose absence would mean something: what takes a value away, or
 * picks one of two ways. A form without one of them is none of ours and is refused.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface NeedsFields {

    String[] value();
}
