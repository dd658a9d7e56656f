package vn.plancascade.plan.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.plancascade.plan.OfferedUnits;

/** Offers the body's own units where a plan's form asks for one that watches or answers. */
@Component
class UnitFields {

    private static final Set<String> OF_ONE = Set.of("focalUnit", "unit");
    private static final String OF_SEVERAL = "coordinating";
    private final OfferedUnits units;

    UnitFields(OfferedUnits units) {
        this.units = units;
    }

    void offer(ObjectNode form) {
        ArrayNode values = JsonNodeFactory.instance.arrayNode();
        units.all().forEach(unit -> values.addObject().put("label", unit.name()).put("value", unit.code()));
        if (!values.isEmpty()) {
            choose(form, values, "");
        }
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
