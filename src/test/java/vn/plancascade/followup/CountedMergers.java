package vn.plancascade.followup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.reorganisation.UnitChange;
import vn.plancascade.reorganisation.UnitChange.Kind;
import vn.plancascade.reorganisation.UnitChanges;
import vn.plancascade.support.CountedStatements;

/**
 * Three provinces merge, and three others with many times their units; the reports of all that stands below are to be taken over, a
 * task waits for each.
 */
final class CountedMergers {

    private final UnitChanges changes;
    private final Organisation organisation;
    private final ManagementService jobs;
    private final TaskService tasks;
    private final JdbcClient jdbc;

    CountedMergers(BeanFactory beans) {
        this.changes = beans.getBean(UnitChanges.class);
        this.organisation = beans.getBean(Organisation.class);
        this.jobs = beans.getBean(ManagementService.class);
        this.tasks = beans.getBean(TaskService.class);
        this.jdbc = beans.getBean(JdbcClient.class);
    }

    void takeAsManyStatementsForManyUnitsAsForFew() {
        jdbc.sql("""
                        update obligation set superior_code = given_superior
                        where kind = 'subPlan' and given_superior in (select code from unit where kind = 'DOH')""").update();
        // Their own are done: they have no cases that could end.
        jdbc.sql("update obligation set state = 'issued' where unit_code in (select code from unit where kind = 'DOH')")
                .update();
        List<String> provinces = jdbc.sql("""
                        select superior_code from obligation where superior_code is not null
                        group by superior_code order by count(*), superior_code""").query(String.class).list();
        List<String> few = provinces.subList(0, 3);
        jdbc.sql("update obligation set superior_code = null where superior_code in (:few) and mod(id, 20) <> 0")
                .param("few", few)
                .update();
        List<String> many = provinces.subList(provinces.size() - 3, provinces.size());
        assertThat(below(many)).isGreaterThan(5 * below(few)).isPositive();
        waitFor(few, 1);
        waitFor(many, 20);

        // What is done once a day, or once a process, is done before.
        counted(provinces.subList(3, 6));
        long belowMany = below(many);
        long forFew = counted(few);
        long forMany = counted(many);
        assertThat(forFew).isPositive();
        assertThat(forMany).isLessThanOrEqualTo(forFew);
        assertThat(below(many.subList(1, 3))).isZero();
        assertThat(below(many.subList(0, 1))).isEqualTo(belowMany);
        assertThat(waiting(many.get(2))).isZero();
        assertThat(waiting(many.get(0))).isEqualTo(60);
    }

    private long below(List<String> superiors) {
        return jdbc.sql("select count(*) from obligation where superior_code in (:codes)")
                .param("codes", superiors)
                .query(Long.class)
                .single();
    }

    private void waitFor(List<String> superiors, int each) {
        for (String superior : superiors) {
            for (int i = 0; i < each; i++) {
                Task task = tasks.newTask();
                tasks.saveTask(task);
                tasks.addCandidateGroup(task.getId(), "head:" + superior);
            }
        }
    }

    private long waiting(String superior) {
        return tasks.createTaskQuery().taskCandidateGroup("head:" + superior).count();
    }

    private long counted(List<String> provinces) {
        UnitChange merger =
                new UnitChange(Kind.merge, provinces.subList(1, 3), provinces.subList(0, 1), null, null, null);
        return CountedStatements.of(() -> {
            changes.run(organisation.actor("quantri").orElseThrow(), merger, true);
            changes.run(organisation.actor("quantri").orElseThrow(), merger, false);
            jobs.executeJob(jobs.createJobQuery()
                    .processDefinitionKey("reorganisation")
                    .singleResult()
                    .getId());
        });
    }
}
