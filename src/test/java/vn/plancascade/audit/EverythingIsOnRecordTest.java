package vn.plancascade.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import vn.plancascade.deadline.DutyNote;
import vn.plancascade.deadline.DutyStep;
import vn.plancascade.kernel.ActWord;
import vn.plancascade.worklist.WorkForm;

/** Whatever people can change by a page, an interface or a task is on record, and stays there. */
@Tag("quick")
class EverythingIsOnRecordTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("vn.plancascade");

    /** What tells of an act; the audit listens to both. */
    private static final Set<String> TELLING =
            Set.of("vn.plancascade.kernel.Act", "vn.plancascade.deadline.ObligationChanged");

    /** Ways to write that are no acts, and why. */
    private static final Map<String, String> NO_ACTS = new TreeMap<>(Map.ofEntries(
            Map.entry("PUT /api/v1/tasks/{id}/draft", "a draft; what is handed in is on record"),
            Map.entry("POST /tasks/{id}/draft", "a draft, saved while it is typed"),
            Map.entry("POST /api/v1/tasks/{id}/sheet", "fills a draft from a workbook"),
            Map.entry("POST /tasks/{id}/sheet", "fills a draft from a workbook"),
            Map.entry("POST /api/v1/tasks/{id}/attachments", "evidence of a draft; what is handed in is on record"),
            Map.entry("DELETE /api/v1/tasks/{id}/attachments/{attachmentId}", "evidence of a draft"),
            Map.entry("POST /tasks/{id}/attachments", "evidence of a draft"),
            Map.entry("POST /tasks/{id}/attachments/{attachmentId}/remove", "evidence of a draft"),
            Map.entry("POST /api/v1/reports/{id}/outline", "fills a draft from a document"),
            Map.entry("POST /reports/{id}/outline", "fills a draft from a document"),
            Map.entry("POST /reports/{id}/paragraphs", "paragraphs of a draft"),
            Map.entry("POST /tasks/{id}/opened", "who has looked at a task; decides only what may be taken back"),
            Map.entry("POST /api/v1/document-layouts/{kind}/preview", "changes nothing"),
            Map.entry("POST /document-layouts/{kind}/preview", "changes nothing"),
            Map.entry("POST /obligation-actions", "a preview; what is begun is on record"),
            Map.entry("POST /obligations/views", "the person's own view of a list"),
            Map.entry("POST /obligations/views/{id}/delete", "the person's own view of a list"),
            Map.entry("POST /obligations/columns", "the person's own view of a list"),
            Map.entry("POST /api/v1/obligation-views", "the person's own view of a list"),
            Map.entry("DELETE /api/v1/obligation-views/{id}", "the person's own view of a list"),
            Map.entry("PUT /api/v1/obligation-views/columns", "the person's own view of a list"),
            Map.entry("POST /monitor/digest", "whether the person wants a mail"),
            Map.entry("POST /account/language", "the person's own language"),
            Map.entry("POST /account/forgotten", "anybody may ask; what is sent is told to the person"),
            Map.entry("POST /demo/clock", "the clock of the demo"),
            Map.entry("POST /demo/moment", "the clock of the demo"),
            Map.entry("POST /demo/morning", "the clock of the demo")));

    @Test
    void everyWayToWriteIsOnRecordOrSaysWhyNot() {
        Set<String> silent = new TreeSet<>();
        Map<String, JavaMethod> ways = waysToWrite();
        ways.forEach((way, method) -> {
            if (!tells(method)) {
                silent.add(way);
            }
        });

        assertThat(ways).hasSizeGreaterThan(60);
        assertThat(silent).isEqualTo(NO_ACTS.keySet());
    }

    @Test
    void whateverATaskIsCompletedWithIsOnRecord() {
        List<JavaClass> forms = CLASSES.stream()
                .filter(each -> each.isAssignableTo(WorkForm.class)
                        && !each.isInterface()
                        && !each.getModifiers().contains(com.tngtech.archunit.core.domain.JavaModifier.ABSTRACT))
                .toList();

        assertThat(forms).hasSizeGreaterThan(10);
        assertThat(forms.stream()
                        .filter(form -> form.getAllMethods().stream()
                                .filter(method -> method.getName().equals("complete"))
                                .noneMatch(EverythingIsOnRecordTest::tells))
                        .map(JavaClass::getSimpleName))
                .isEmpty();
    }

    @Test
    void noStatementChangesOrTakesAwayWhatIsOnRecord() {
        Pattern change =
                Pattern.compile("(?i)\\b(?:update|delete\\s+from|truncate(?:\\s+table)?|merge\\s+into)\\s+audit_");
        Pattern naming = Pattern.compile("\\baudit_(?:entry|unit)\\b");
        Map<String, String> sources = sources();

        assertThat(sources.keySet().stream()
                        .filter(name -> change.matcher(sources.get(name)).find()))
                .isEmpty();
        assertThat(sources.keySet().stream()
                        .filter(name -> naming.matcher(sources.get(name)).find()))
                .containsExactlyInAnyOrder(
                        "AuditTable.java", "AuditConditions.java", "JdbcAudit.java", "changelog.sql");
    }

    @Test
    void theWordsOfActsAndOfDutiesAreDifferentOnes() {
        assertThat(AuditQuery.WORDS)
                .doesNotHaveDuplicates()
                .hasSize(ActWord.values().length + DutyStep.values().length + DutyNote.values().length);
        assertThat(AuditQuery.WORDS).allSatisfy(word -> assertThat(word).hasSizeLessThanOrEqualTo(30));
    }

    /** Methods of controllers that answer something else than a question, by method and path. */
    private static Map<String, JavaMethod> waysToWrite() {
        Map<String, JavaMethod> ways = new HashMap<>();
        for (JavaClass each : CLASSES) {
            Class<?> type = each.isMetaAnnotatedWith(Controller.class) ? each.reflect() : Object.class;
            String base = path(AnnotatedElementUtils.findMergedAnnotation(type, RequestMapping.class));
            for (java.lang.reflect.Method method : type.getDeclaredMethods()) {
                RequestMapping mapping = AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
                if (mapping != null && writes(mapping)) {
                    ways.put(
                            mapping.method()[0] + " " + base + path(mapping),
                            each.getMethod(method.getName(), method.getParameterTypes()));
                }
            }
        }
        return ways;
    }

    private static boolean writes(RequestMapping mapping) {
        return Stream.of(mapping.method()).anyMatch(one -> one != RequestMethod.GET && one != RequestMethod.HEAD);
    }

    private static String path(RequestMapping mapping) {
        return mapping == null || mapping.path().length == 0 ? "" : mapping.path()[0];
    }

    /** Whether an act is told on any way from the method; a call of an interface goes to all who implement it. */
    private static boolean tells(JavaMethod from) {
        Set<String> seen = new java.util.HashSet<>();
        List<JavaMethod> waiting = new ArrayList<>(List.of(from));
        while (!waiting.isEmpty()) {
            JavaMethod method = waiting.remove(waiting.size() - 1);
            if (!seen.add(method.getFullName())) {
                continue;
            }
            boolean told = Stream.concat(
                            method.getConstructorCallsFromSelf().stream(), method.getMethodCallsFromSelf().stream())
                    .anyMatch(call -> TELLING.contains(call.getTargetOwner().getName()));
            if (told) {
                return true;
            }
            Stream.concat(
                            method.getMethodCallsFromSelf().stream()
                                    .map(call -> (com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget)
                                            call.getTarget()),
                            method.getMethodReferencesFromSelf().stream()
                                    .map(reference ->
                                            (com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget)
                                                    reference.getTarget()))
                    .filter(target -> target.getOwner().getPackageName().startsWith("vn.plancascade"))
                    .forEach(target -> waiting.addAll(meant(target)));
        }
        return false;
    }

    private static List<JavaMethod> meant(com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget target) {
        String[] parameters =
                target.getRawParameterTypes().stream().map(JavaClass::getName).toArray(String[]::new);
        return Stream.of(
                        Stream.of(target.getOwner()),
                        target.getOwner().getAllSubclasses().stream(),
                        target.getOwner().getAllRawSuperclasses().stream())
                .flatMap(each -> each)
                .flatMap(each -> each.tryGetMethod(target.getName(), parameters).stream())
                .toList();
    }

    /** All sources and changelogs by their names; those of one name together. */
    private static Map<String, String> sources() {
        return Stream.of(Path.of("src/main/java"), Path.of("src/main/resources/db"))
                .flatMap(root -> {
                    try (Stream<Path> files = Files.walk(root)) {
                        return files.filter(Files::isRegularFile).toList().stream();
                    } catch (IOException unreadable) {
                        throw new UncheckedIOException(unreadable);
                    }
                })
                .collect(Collectors.toMap(
                        file -> file.getFileName().toString(), EverythingIsOnRecordTest::read, String::concat));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
