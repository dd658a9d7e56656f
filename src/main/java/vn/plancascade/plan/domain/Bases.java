package vn.plancascade.plan.domain;

import java.util.ArrayList;
import java.util.List;
import vn.plancascade.document.Block;
import vn.plancascade.document.DocumentKind;
import vn.plancascade.document.DocumentTexts;

/** The legal bases of a plan as paragraphs: each begins with Căn cứ; all end with a semicolon, and the last with a full stop. */
final class Bases {

    private Bases() {}

    static List<Block> of(List<String> lines, DocumentKind kind, DocumentTexts texts) {
        List<Block> bases = new ArrayList<>();
        for (String sent : lines) {
            String line = sent.replaceAll("[;.]+$", "");
            String basis = line.startsWith("Căn cứ") ? line : texts.of(kind, "basis", "canCu", line);
            bases.add(Block.basis(basis + (bases.size() == lines.size() - 1 ? "." : ";")));
        }
        return bases;
    }
}
