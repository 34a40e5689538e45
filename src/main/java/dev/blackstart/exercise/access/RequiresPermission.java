package dev.blackstart.exercise.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import dev.blackstart.exercise.Permission;

/**
 * The right that a route below an exercise needs (one of them is enough), checked before its input is looked at. A page or
 * answer that only the right's
 * holders may read does not exist for others (404); an act that they may not do is refused (403).
 */
@Target({ ElementType.METHOD, ElementType.TYPE })
@Retention(RetentionPolicy.RUNTIME)
public @interface RequiresPermission {
    Permission[] value();
}
