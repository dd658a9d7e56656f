package vn.plancascade.worklist.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.stream.Collectors;
import vn.plancascade.kernel.Names;
import vn.plancascade.worklist.FormData;

/** What is said of single tasks of a document, as lines of the one comment that its drafter reads. */
final class Remarks {

    private Remarks() {}

    static ObjectNode into(ObjectNode data, Map<String, String> remarks) {
        String lines = remarks.entrySet().stream()
                .filter(remark -> Names.clean(remark.getValue()) != null)
                .sorted(Map.Entry.comparingByKey())
                .map(remark -> remark.getKey() + ": " + Names.line(remark.getValue()))
                .collect(Collectors.joining("\n"));
        if (!lines.isEmpty()) {
            String comment = FormData.comment(data);
            data.put("comment", comment == null ? lines : comment + "\n" + lines);
        }
        return data;
    }
}
