package vn.plancascade.demo;

import java.time.*;
import java.util.*;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import vn.plancascade.organisation.*;
import vn.plancascade.plan.*;
import vn.plancascade.worklist.FormData;

@Component
public class TestCountry {
    final SampleLoader loader; final PasswordEncoder p; final NationalPlans plans; final Organisation o;
    TestCountry(SampleLoader l, PasswordEncoder p, NationalPlans plans, Organisation o) { loader = l; this.p = p; this.plans=plans; this.o=o; }
    public void load(int n) {
        String hash = p.encode("demo");
        loader.units(GeneratedCountry.of(n, 1), hash);
        loader.person("chuyenvien.bo", "Lê Thị Soạn Thảo", "BYT", "Chuyên viên", hash, Role.ministryDrafter);
        loader.person("lanhdao.bo", "Trần Văn Lãnh Đạo", "BYT", "Thứ trưởng", hash, Role.ministryLeader);
        loader.person("vanthu.bo", "Phạm Thị Văn Thư", "BYT", "Văn thư", hash, Role.clerk);
        LocalDate d = LocalDate.now();
        var kinds = List.of(UnitKind.DOH, UnitKind.PROV_HOSPITAL, UnitKind.PROV_CENTER, UnitKind.PRIV_HOSPITAL, UnitKind.MOH_INSPECTORATE);
        plans.create(o.actor("chuyenvien.bo").get(), new PlanContent("360/KH-BYT", d, d.getYear(), "Thực hiện", "PCTP", "Căn cứ", "Mục tiêu",
          List.of(new PlanContent.Task("II.1.1", "Phổ biến", "x", kinds, "", "", null, true, "Họp")),
          kinds.stream().map(k -> new PlanContent.Duty(k, true, true, true, "full", null, null)).toList(),
          "- A", d.plusDays(4), null, null, null, List.of(new PlanContent.Period(d.getYear()+"-Q1", null, null, d.minusDays(1)), new PlanContent.Period(d.getYear()+"-Y", null, null, d.plusDays(20))), null, null, "lanhdao.bo", null));
    }
}
