package vn.plancascade;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import vn.plancascade.web.Download;

/** The house's walls: who may call whom. */
class ModularityTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("vn.plancascade");

    @Test
    void roomsUseEachOtherThroughTheirRootsOnlyAndInNoCircle() {
        ApplicationModules.of(PlanCascadeApplication.class).verify();
    }

    @Test
    void theEngineIsKnownInProcessPackagesEngineAndIdentityOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackages("..process..", "vn.plancascade.engine..", "vn.plancascade.identity..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.camunda..")
                .check(CLASSES);
    }

    @Test
    void domainKnowsNoWebMailOrEngine() {
        noClasses()
                .that()
                .resideInAPackage("..domain..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework.web..", "org.springframework.mail..", "jakarta.servlet..", "org.camunda..")
                .check(CLASSES);
    }

    @Test
    void nobodyReadsTheMachinesClock() {
        ArchRuleDefinition.noClasses()
                .that()
                .resideOutsideOfPackage("vn.plancascade.engine")
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(java.time.LocalDate.class, "now")
                .orShould()
                .callMethod(java.time.LocalDateTime.class, "now")
                .orShould()
                .callMethod(java.time.OffsetDateTime.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callConstructor(java.util.Date.class)
                .check(CLASSES);
    }

    /** Text comes in through a mapper that makes it plain, or through the frame's filter; nobody brings a mapper of their own. */
    @Test
    void nobodyReadsTextPastItsDoor() {
        noClasses()
                .that()
                .resideOutsideOfPackage("vn.plancascade.kernel")
                .and()
                .doNotHaveFullyQualifiedName("vn.plancascade.worklist.FormData")
                .should()
                .callConstructorWhere(JavaCall.Predicates.target(owner(assignableTo(ObjectMapper.class))))
                .orShould()
                .callMethod(JsonMapper.class, "builder")
                .orShould()
                .callMethod(HttpServletRequest.class, "getReader")
                .check(CLASSES);
    }

    /** A file leaves with a name, a type and headers that let no browser make a page of it. */
    @Test
    void filesLeaveInOneWayOnly() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("vn.plancascade.web.Download")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(org.springframework.http.ContentDisposition.class)
                .check(CLASSES);
        List<String> others = CLASSES.stream()
                .flatMap(each -> each.getMethods().stream())
                .filter(method -> method.getReturnType().getName().matches(".*ResponseEntity<(\\[B|byte\\[\\])>"))
                .filter(method -> method.getOwner().getDirectDependenciesFromSelf().stream()
                        .noneMatch(one -> one.getTargetClass().isEquivalentTo(Download.class)))
                .map(JavaMethod::getFullName)
                .toList();
        assertThat(others).isEmpty();
    }
}
