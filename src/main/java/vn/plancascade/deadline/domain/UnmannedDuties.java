package vn.plancascade.deadline.domain;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.plancascade.deadline.DutyMark;
import vn.plancascade.deadline.DutyMark.Name;
import vn.plancascade.organisation.Valid;

/** Open duties about which nobody can be reminded: for want of a head, or of an address where the work waits. */
@Configuration(proxyBeanMethods = false)
class UnmannedDuties {

    /** Nobody today; asked for by a join, since a list of all that somebody holds does not fit where a database looks things up. */
    private static final String NOBODY = """
            not exists (select 1 from role_assignment r join person p on p.login = r.login
              where p.enabled and %s""".formatted(Valid.onDay("r"));

    @Bean
    static DutyMark dutiesWithoutHead() {
        return mark(
                Name.withoutHead,
                DutySql.OPEN + " and " + NOBODY + " and r.role = 'head' and r.unit_code = o.unit_code)");
    }

    @Bean
    static DutyMark dutiesWithoutAddress() {
        return mark(
                Name.withoutAddress,
                "o.id in (select d.id from open_duty d where d.holder_role is not null and " + NOBODY
                        + " and p.email is not null and r.role = d.holder_role and r.unit_code = d.holder_unit))");
    }

    private static DutyMark mark(Name name, String condition) {
        return new DutyMark() {
            @Override
            public Name mark() {
                return name;
            }

            @Override
            public String condition() {
                return condition;
            }
        };
    }
}
