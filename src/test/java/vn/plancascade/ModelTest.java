package vn.plancascade;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.test.annotation.DirtiesContext;
import vn.plancascade.assignment.process.AssignmentModel;
import vn.plancascade.deadline.DutyKind;
import vn.plancascade.deadline.DutyMessage;
import vn.plancascade.followup.process.ChasingLetterModel;
import vn.plancascade.followup.process.FollowUpModel;
import vn.plancascade.organisation.Role;
import vn.plancascade.plan.process.AmendmentModel;
import vn.plancascade.plan.process.PlanModel;
import vn.plancascade.reorganisation.process.ReorganisationModel;
import vn.plancascade.report.process.ReportModel;
import vn.plancascade.request.process.RequestModel;
import vn.plancascade.worklist.WorkForm;

/** Models, forms, constants and beans say the same. */
@SpringBootTest(properties = "spring.datasource.url=jdbc:h2:mem:models;MODE=PostgreSQL;DB_CLOSE_DELAY=-1")
@DirtiesContext
class ModelTest {

    /** Over other units' reports drafters and inspectors decide alike; a head may stand in for the reviewer. */
    private static final Set<String> OF_TWO_ROLES =
            Set.of(ReportModel.ACCEPT_UNIT_REPORT, ReportModel.CONSOLIDATE_REPORT, PlanModel.REVIEW_SUB_PLAN);

    private static final List<BpmnModelInstance> MODELS = models();

    @Autowired
    ApplicationContext beans;

    @Test
    void everyUserTaskHasAConstantAFormAndAHandler() throws IOException {
        Set<String> constants = constants();
        Set<String> forms = formIds();
        Set<String> handlers = beans.getBeansOfType(WorkForm.class).values().stream()
                .map(WorkForm::taskKey)
                .collect(Collectors.toSet());
        Set<String> tasks = new TreeSet<>();
        for (UserTask task : all(UserTask.class)) {
            tasks.add(task.getId());
            String form = task.getAttributeValueNs("http://camunda.org/schema/1.0/bpmn", "formRef");
            assertThat(forms).as(task.getId()).contains(form);
            assertThat("userTask_" + form).isEqualTo(task.getId());
        }
        assertThat(constants).containsAll(tasks);
        assertThat(handlers).containsExactlyInAnyOrderElementsOf(tasks);
        assertThat(forms).hasSameSizeAs(tasks);
    }

    @Test
    void candidateGroupsNameRolesAndAUnitOfTheCase() {
        for (UserTask task : all(UserTask.class)) {
            for (String group : task.getCamundaCandidateGroupsList()) {
                assertThat(group).as(task.getId()).matches("\\w+:\\$\\{(unitCode|superiorCode|issuerCode)}");
                Role.valueOf(group.substring(0, group.indexOf(':')));
            }
            assertThat(task.getCamundaCandidateGroupsList())
                    .as(task.getId())
                    .hasSize(OF_TWO_ROLES.contains(task.getId()) ? 2 : 1);
        }
    }

    @Test
    void everyServiceTaskCallsABeanThatExists() {
        for (ServiceTask task : all(ServiceTask.class)) {
            String expression = task.getCamundaDelegateExpression();
            assertThat(expression).as(task.getId()).matches("\\$\\{[a-zA-Z]+Delegate}");
            assertThat(beans.containsBean(expression.substring(2, expression.length() - 1)))
                    .as(expression)
                    .isTrue();
        }
    }

    @Test
    void messagesAndProcessesAreTheConstants() {
        Set<String> constants = constants();
        Set<String> messages = new TreeSet<>(constants);
        for (DutyMessage message : DutyMessage.values()) {
            Stream.of(DutyKind.values()).map(message::of).forEach(messages::add);
        }
        assertThat(all(Message.class))
                .allSatisfy(message -> assertThat(messages).contains(message.getName()));
        assertThat(all(Process.class)).allSatisfy(process -> {
            assertThat(constants).contains(process.getId());
            assertThat(process.getCamundaHistoryTimeToLiveString()).isNotBlank();
        });
    }

    @Test
    void noModelHoldsAScript() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("processes"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".bpmn")))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(Files.readString(file))
                            .doesNotContain("<bpmn:script", "camunda:script", "camunda:class", "camunda:connector"));
        }
    }

    private static <T extends org.camunda.bpm.model.xml.instance.ModelElementInstance> Collection<T> all(
            Class<T> type) {
        return MODELS.stream()
                .flatMap(model -> model.getModelElementsByType(type).stream())
                .toList();
    }

    private static List<BpmnModelInstance> models() {
        try (Stream<Path> files = Files.walk(Path.of("processes"))) {
            return files.filter(file -> file.toString().endsWith(".bpmn"))
                    .map(file -> Bpmn.readModelFromFile(file.toFile()))
                    .toList();
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    private static Set<String> constants() {
        return Stream.of(
                        PlanModel.class,
                        FollowUpModel.class,
                        ReportModel.class,
                        RequestModel.class,
                        ChasingLetterModel.class,
                        AmendmentModel.class,
                        ReorganisationModel.class,
                        AssignmentModel.class)
                .flatMap(model -> Arrays.stream(model.getFields()))
                .map(ModelTest::value)
                .collect(Collectors.toSet());
    }

    private static String value(Field constant) {
        try {
            return (String) constant.get(null);
        } catch (IllegalAccessException hidden) {
            throw new IllegalStateException(hidden);
        }
    }

    private static Set<String> formIds() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("forms"))) {
            Set<String> ids = new TreeSet<>();
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".form")).toList()) {
                JsonNode form = new ObjectMapper().readTree(file.toFile());
                assertThat(file.getFileName()).hasToString(form.get("id").asText() + ".form");
                ids.add(form.get("id").asText());
            }
            return ids;
        }
    }
}
