package vn.plancascade.worklist.form;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/**
 * A text of a form file with its conditions, loops and values ({@code {{#if}}}, {@code {{#loop}}}, {@code {{value}}}), read as
 * form-js reads it. The markup is the form's; every value is escaped.
 */
final class FormText {

    private static final Pattern TAG = Pattern.compile("\\{\\{(.*?)}}", Pattern.DOTALL);

    private final List<Node> nodes;

    private FormText(List<Node> nodes) {
        this.nodes = nodes;
    }

    static FormText parse(String template) {
        Deque<Block> open = new ArrayDeque<>();
        open.push(new Block(null, null, new ArrayList<>()));
        Matcher tag = TAG.matcher(template);
        int end = 0;
        while (tag.find()) {
            add(open, new Literal(template.substring(end, tag.start())));
            end = tag.end();
            String inside = tag.group(1).strip();
            if (inside.startsWith("#")) {
                String[] words = inside.substring(1).split("\\s+", 2);
                open.push(new Block(words[0], words[1], new ArrayList<>()));
            } else if (inside.startsWith("/")) {
                add(open, open.pop());
            } else {
                add(open, new Value(inside));
            }
        }
        add(open, new Literal(template.substring(end)));
        if (open.size() != 1) {
            throw new IllegalArgumentException("A block is not closed: " + template);
        }
        return new FormText(open.pop().inside());
    }

    private static void add(Deque<Block> open, Node node) {
        open.element().inside().add(node);
    }

    String html(FormExpressions expressions, Map<String, Object> names) {
        StringBuilder html = new StringBuilder();
        write(nodes, expressions, names, html);
        return html.toString();
    }

    private static void write(
            List<Node> nodes, FormExpressions expressions, Map<String, Object> names, StringBuilder html) {
        for (Node node : nodes) {
            if (node instanceof Literal literal) {
                html.append(literal.text());
            } else if (node instanceof Value value) {
                html.append(HtmlUtils.htmlEscape(shown(expressions.value(value.expression(), names)), "UTF-8"));
            } else if (node instanceof Block block) {
                write(block, expressions, names, html);
            }
        }
    }

    private static void write(Block block, FormExpressions expressions, Map<String, Object> names, StringBuilder html) {
        Object value = expressions.value(block.expression(), names);
        if (block.word().equals("if")) {
            if (isTrue(value)) {
                write(block.inside(), expressions, names, html);
            }
        } else if (value instanceof Iterable<?> rows) {
            for (Object row : rows) {
                Map<String, Object> inner = new HashMap<>(names);
                inner.put("this", row);
                write(block.inside(), expressions, inner, html);
            }
        }
    }

    private static boolean isTrue(Object value) {
        return value instanceof Boolean yes ? yes : value != null && !"".equals(value);
    }

    private static String shown(Object value) {
        return value == null ? "" : value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }

    private sealed interface Node {}

    private record Literal(String text) implements Node {}

    private record Value(String expression) implements Node {}

    private record Block(String word, String expression, List<Node> inside) implements Node {}
}
