package vn.plancascade.plan.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.plancascade.kernel.PageRequest;
import vn.plancascade.organisation.Organisation;
import vn.plancascade.organisation.Scope;
import vn.plancascade.organisation.Unit;
import vn.plancascade.organisation.UnitKind;
import vn.plancascade.organisation.UnitQuery;

/** Offers the body's own units where a plan's form asks for one that watches or answers. */
@Component
class UnitFields {

    private static final Set<String> OF_ONE = Set.of("focalUnit", "unit");
    private static final String OF_SEVERAL = "coordinating";
    private static final List<UnitKind> KINDS = List.of(
            UnitKind.MOH_OFFICE,
            UnitKind.MOH_INSPECTORATE,
            UnitKind.MOH_DEPT,
            UnitKind.MOH_AGENCY,
            UnitKind.MOH_MEDIA,
            UnitKind.MOH_FACILITY);

    private final Organisation organisation;

    UnitFields(Organisation organisation) {
        this.organisation = organisation;
    }

    void offer(ObjectNode form) {
        ArrayNode values = JsonNodeFactory.instance.arrayNode();
        KINDS.stream()
                .flatMap(this::units)
                .forEach(unit -> values.addObject().put("label", unit.name()).put("value", unit.code()));
        if (!values.isEmpty()) {
            choose(form, values, "");
        }
    }

    private Stream<Unit> units(UnitKind kind) {
        return organisation
                .units(
                        new UnitQuery(kind, null, null, null, null),
                        new Scope(true, Set.of()),
                        new PageRequest(0, PageRequest.MAX_SIZE))
                .items()
                .stream();
    }

    private static void choose(JsonNode holder, ArrayNode values, String list) {
        for (JsonNode component : holder.path("components")) {
            String key = component.path("key").asText();
            boolean one = OF_ONE.contains(key) && (list.equals("assignments") || key.equals("focalUnit"));
            if (component instanceof ObjectNode field && (one || key.equals(OF_SEVERAL))) {
                field.put("type", one ? "select" : "taglist");
                field.remove("description");
                field.set("values", values);
            }
            choose(component, values, component.path("path").asText(list));
        }
    }
}
