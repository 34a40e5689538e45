package dev.blackstart.exercise.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A route below an exercise that reads what was published of it, or comments on it, also for people who do not know the
 * exercise. It decides by
 * itself, and answers whoever is not among its readers as if there were nothing (404).
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface OpenToReaders {
}
