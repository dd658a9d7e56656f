package vn.plancascade;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import vn.plancascade.deadline.*;
import vn.plancascade.engine.DueJobs;
import vn.plancascade.kernel.*;
import vn.plancascade.organisation.*;
import vn.plancascade.plan.*;
import vn.plancascade.worklist.*;

@SpringBootTest(properties = {"spring.datasource.url=jdbc:h2:mem:smoke;MODE=PostgreSQL", "camunda.bpm.job-execution.enabled=true"})
class SmokeTest {
    @TestConfiguration
    static class C { @Bean PasswordEncoder e() { return new BCryptPasswordEncoder(4); } }
    @Autowired Organisation organisation;
    @Autowired NationalPlans plans;
    @Autowired Worklist worklist;
    @Autowired vn.plancascade.demo.TestCountry country;
    @Autowired Obligations obligations;
    @Test void t() throws Exception {
        country.load(500);
        Actor d = organisation.actor("chuyenvien.bo").get();
        System.out.println(plans.visibleTo(d, PageRequest.of(0, 10)));
        for (String login : List.of("chuyenvien.bo","lanhdao.bo","vanthu.bo")) {
            Actor a = organisation.actor(login).get();
            WorkItem w = worklist.mine(a, null, null, PageRequest.of(0, 10)).items().get(0);
            System.out.println(w);
            System.out.println(worklist.draft(a, w.id()));
            worklist.complete(a, w.id(), FormData.object());
        }
        for (int i = 0; i < 40; i++) { Thread.sleep(500); var p = obligations.progress(1, DutyKind.subPlan, new Scope(true, java.util.Set.of(), null)); System.out.println(p); if (p.started()==p.total()) break; }
        Actor u = organisation.actor("SYT-1.chuyenvien").get();
        WorkItem w = worklist.mine(u, null, null, PageRequest.of(0, 10)).items().get(0);
        System.out.println(worklist.draft(u, w.id()));
        System.out.println(organisation.units(new UnitQuery(null,null,null,null), organisation.scopeOf(u), PageRequest.of(0,3)));
    }
}
