package vn.plancascade.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.net.URL;
import java.util.Arrays;
import java.util.Collection;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.HistoricProcessInstanceQueryImpl;
import org.camunda.bpm.engine.impl.HistoricTaskInstanceQueryImpl;
import org.camunda.bpm.engine.impl.ProcessInstanceQueryImpl;
import org.camunda.bpm.engine.impl.QueryValidators;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Our class stands in for one of the engine's. When the engine changes, one of these fails: compare the two again, see
 * whether the hole is closed upstream, and only then change the expectation.
 */
@DisplayName("The guard against code in queries fits the engine it was written for")
@Tag("quick")
class QueryValidatorsTest {

    private static final String NAME = "org/camunda/bpm/engine/impl/QueryValidators";

    @Test
    void engineIsTheVersionTheGuardWasWrittenFor() {
        assertThat(ProcessEngine.class.getPackage().getImplementationVersion()).isEqualTo("7.24.0");
    }

    @Test
    void ourClassIsLoadedAndNotTheEngines() throws IOException {
        String ours = location(QueryValidators.class);

        assertThat(ours).doesNotContain("camunda-engine").contains("classes");
        assertThat(location(QueryValidators.AdhocQueryValidator.class)).isEqualTo(ours);
        assertThat(location(QueryValidators.StoredQueryValidator.class)).isEqualTo(ours);
        Enumeration<URL> all = getClass().getClassLoader().getResources(NAME + ".class");
        assertThat(all.nextElement().toString()).contains("classes");
        assertThat(all.hasMoreElements()).as("the engine still has this class").isTrue();
    }

    @Test
    void engineHasNoMoreInItsClassThanOurs() throws IOException {
        try (JarFile engine = new JarFile(new File(location(ProcessEngine.class)))) {
            Set<String> classes = engine.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.startsWith(NAME))
                    .collect(Collectors.toCollection(TreeSet::new));

            assertThat(classes)
                    .containsExactly(
                            NAME + "$AdhocQueryValidator.class", NAME + "$StoredQueryValidator.class", NAME + ".class");
            try (InputStream original = engine.getInputStream(engine.getEntry(NAME + "$AdhocQueryValidator.class"))) {
                assertThat(new String(original.readAllBytes(), java.nio.charset.StandardCharsets.ISO_8859_1))
                        .as("the engine's own check still looks at the outer query only")
                        .contains("getExpressions")
                        .doesNotContain("getQueries");
            }
        }
    }

    @Test
    void shapeIsTheOneTheEngineCalls() throws ReflectiveOperationException {
        for (Class<?> validator :
                List.of(QueryValidators.AdhocQueryValidator.class, QueryValidators.StoredQueryValidator.class)) {
            assertThat(validator.getField("INSTANCE").get(null)).isInstanceOf(validator);
            assertThat(Modifier.isStatic(validator.getMethod("get").getModifiers()))
                    .isTrue();
            assertThat(validator.getMethod("validate", AbstractQuery.class)).isNotNull();
        }
    }

    @Test
    void everyQueryThatHoldsOthersIsWalked() throws Exception {
        Set<Class<?>> nesting = queries().stream()
                .filter(query -> Arrays.stream(query.getDeclaredFields()).anyMatch(QueryValidatorsTest::holdsQueries))
                .collect(Collectors.toSet());

        assertThat(nesting)
                .containsExactlyInAnyOrder(
                        TaskQueryImpl.class,
                        HistoricTaskInstanceQueryImpl.class,
                        ProcessInstanceQueryImpl.class,
                        HistoricProcessInstanceQueryImpl.class);
    }

    private static List<Class<?>> queries() throws IOException, ClassNotFoundException {
        try (JarFile engine = new JarFile(new File(location(ProcessEngine.class)))) {
            List<Class<?>> found = new java.util.ArrayList<>();
            for (String name : engine.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.matches("org/camunda/bpm/engine/impl/.*Query\\w*\\.class"))
                    .toList()) {
                Class<?> type = Class.forName(name.replace('/', '.').replace(".class", ""), false, loader());
                if (AbstractQuery.class.isAssignableFrom(type)) {
                    found.add(type);
                }
            }
            assertThat(found).hasSizeGreaterThan(40);
            return found;
        }
    }

    private static boolean holdsQueries(Field field) {
        if (Modifier.isStatic(field.getModifiers())) {
            return false;
        }
        if (AbstractQuery.class.isAssignableFrom(field.getType())) {
            return true;
        }
        return Collection.class.isAssignableFrom(field.getType())
                && field.getGenericType() instanceof ParameterizedType generic
                && generic.getActualTypeArguments()[0] instanceof Class<?> content
                && AbstractQuery.class.isAssignableFrom(content)
                && !((Type) content).equals(AbstractQuery.class);
    }

    private static ClassLoader loader() {
        return QueryValidatorsTest.class.getClassLoader();
    }

    private static String location(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation().getPath();
    }
}
