package vn.plancascade.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a method says that takes all parameters as one map and refuses by itself those that nobody knows. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface OwnParameters {

    /** Those that are always known; the others depend on what the request is about. */
    String[] value();
}
