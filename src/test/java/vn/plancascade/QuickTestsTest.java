package vn.plancascade;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;

/**
 * What {@code mvn -Pquick test} runs: exactly the tests that start nothing. A test class starts something if it, or test
 * code it uses, touches Spring's context or test packages, JDBC, a database, a mail server, a browser or another program,
 * or reads the whole of our classes. Those that start nothing and try hundreds of inputs for many seconds carry
 * {@code thorough} instead, and run with all others.
 */
@Tag("quick")
class QuickTestsTest {

    private static final String[] STARTED = {
        "org.springframework.boot.",
        "org.springframework.context.",
        "org.springframework.test.",
        "org.springframework.jdbc.",
        "org.springframework.modulith.core.",
        "javax.sql.",
        "io.zonky.",
        "com.icegreen.",
        "org.openqa.",
        "java.lang.ProcessBuilder",
        "java.net.ServerSocket",
        "com.tngtech.archunit.lang."
    };

    /** Spring's way to read a bundle of texts, which starts nothing. */
    private static final Set<String> TEXTS = Set.of(
            "org.springframework.context.MessageSource",
            "org.springframework.context.support.ResourceBundleMessageSource");

    private static final JavaClasses TESTS = new ClassFileImporter()
            .withImportOption(new ImportOption.OnlyIncludeTests())
            .importPackages("vn.plancascade");

    @Test
    void testsThatStartNothingAndNoOthersAreQuick() {
        Set<String> quick = names(tests().filter(test -> isTagged(test, "quick")));
        Set<String> startingNothing =
                names(tests().filter(test -> !isTagged(test, "thorough")).filter(test -> !startsSomething(test)));
        assertThat(startingNothing).contains(QuickTestsTest.class.getName()).hasSizeGreaterThan(5);
        assertThat(quick)
                .as("a test class that starts nothing carries @Tag(\"quick\"), and no other does")
                .containsExactlyInAnyOrderElementsOf(startingNothing);
    }

    private static Stream<JavaClass> tests() {
        return TESTS.stream()
                .filter(type -> !type.getModifiers().contains(JavaModifier.ABSTRACT))
                .filter(type -> type.getAllMethods().stream()
                        .anyMatch(method -> method.isAnnotatedWith(Test.class)
                                || method.isAnnotatedWith(ParameterizedTest.class)
                                || method.isAnnotatedWith(TestFactory.class)))
                .filter(type -> type.getSimpleName().endsWith("Test"));
    }

    private static boolean isTagged(JavaClass type, String tag) {
        return type.isAnnotatedWith(Tag.class)
                && tag.equals(type.getAnnotationOfType(Tag.class).value());
    }

    /** Along all test code that the class uses; what our main code uses does not count. */
    private static boolean startsSomething(JavaClass test) {
        Deque<JavaClass> open = new ArrayDeque<>(Set.of(test));
        Set<JavaClass> seen = new HashSet<>(open);
        while (!open.isEmpty()) {
            for (Dependency use : open.pop().getDirectDependenciesFromSelf()) {
                JavaClass target = use.getTargetClass().getBaseComponentType();
                if (Stream.of(STARTED).anyMatch(target.getName()::startsWith) && !TEXTS.contains(target.getName())) {
                    return true;
                }
                if (TESTS.contain(target.getName()) && seen.add(TESTS.get(target.getName()))) {
                    open.add(TESTS.get(target.getName()));
                }
            }
        }
        return false;
    }

    private static Set<String> names(Stream<JavaClass> types) {
        return types.map(JavaClass::getName).collect(Collectors.toSet());
    }
}
