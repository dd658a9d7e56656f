package vn.plancascade.deadline.domain;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.plancascade.deadline.DutyMark;
import vn.plancascade.deadline.DutyMark.Name;
import vn.plancascade.organisation.Valid;

/** Open duties about which nobody can be reminded: for want of a head, or of an address where the work waits. */
@Configuration(proxyBeanMethods = false)
class UnmannedDuties {

    private static final String SOMEBODY = """
            select r.unit_code || ' ' || r.role from role_assignment r join person p on p.login = r.login
            where p.enabled and %s""".formatted(Valid.onDay("r"));

    @Bean
    static DutyMark dutiesWithoutHead() {
        return mark(
                Name.withoutHead,
                "o.id in (select d.id from open_duty d where d.unit_code || ' head' not in (" + SOMEBODY
                        + " and r.role = 'head'))");
    }

    @Bean
    static DutyMark dutiesWithoutAddress() {
        return mark(
                Name.withoutAddress,
                "o.id in (select d.id from open_duty d where d.holder_role is not null and d.holder_unit || ' ' || d.holder_role not in ("
                        + SOMEBODY + " and p.email is not null))");
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
