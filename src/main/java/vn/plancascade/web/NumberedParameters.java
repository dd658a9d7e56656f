package vn.plancascade.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a method declares that takes its parameters as one map, since some of them carry a number. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface NumberedParameters {

    /** Names that are followed by a number. */
    String[] value();

    /** Names without one. */
    String[] also() default {};
}
