package vn.plancascade.guide;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.heading.anchor.HeadingAnchorExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** The guides of {@code docs/huong-dan}, packed with the product and rendered once, with an anchor at every heading. */
@Component
public class Guides {

    /** In the order in which they are listed; the first is the way in. */
    private static final List<String> NAMES = List.of(
            "README",
            "nguoi-soan-thao",
            "thu-truong",
            "van-thu",
            "theo-doi",
            "quan-tri",
            "bao-cao",
            "van-ban",
            "thay-mat");

    private static final String FOLDER = "huong-dan/";
    private static final Pattern GUIDE = Pattern.compile("([\\w-]+)\\.md(#.*)?");
    private static final List<Extension> EXTENSIONS =
            List.of(TablesExtension.create(), HeadingAnchorExtension.create());

    private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .extensions(EXTENSIONS)
            .escapeHtml(true)
            .sanitizeUrls(true)
            .attributeProviderFactory(context -> (node, tag, attributes) -> {
                if (node instanceof Image) {
                    attributes.put("loading", "lazy");
                }
            })
            .build();

    private final Map<String, Guide> guides = new LinkedHashMap<>();

    Guides() {
        NAMES.forEach(name -> guides.put(name, read(name)));
    }

    /** @param title its first heading */
    public record Guide(String name, String title, String html) {}

    public List<Guide> all() {
        return List.copyOf(guides.values());
    }

    /** The guide of this name; the way in where it is null. */
    public Optional<Guide> find(String name) {
        return Optional.ofNullable(guides.get(name == null ? NAMES.get(0) : name));
    }

    /** A picture of the guides, if there is one of this name. */
    public Optional<Resource> picture(String name) {
        return Optional.of(name)
                .filter(plain -> plain.matches("[a-z-]+"))
                .<Resource>map(plain -> new ClassPathResource(FOLDER + "img/" + plain + ".png"))
                .filter(Resource::exists);
    }

    private static Guide read(String name) {
        try (Reader text = new InputStreamReader(
                new ClassPathResource(FOLDER + name + ".md").getInputStream(), StandardCharsets.UTF_8)) {
            Node document = PARSER.parseReader(text);
            document.accept(new Addresses());
            String html = RENDERER.render(document);
            return new Guide(name, html.replaceFirst("(?s).*?<h1[^>]*>(.*?)</h1>.*", "$1"), html);
        } catch (IOException missing) {
            throw new UncheckedIOException(name, missing);
        }
    }

    /** Addresses of guides and pictures as they are served; what leads elsewhere in the repository is text alone. */
    private static final class Addresses extends AbstractVisitor {

        @Override
        public void visit(Image image) {
            image.setDestination("/help/" + image.getDestination());
        }

        @Override
        public void visit(Link link) {
            visitChildren(link);
            Matcher guide = GUIDE.matcher(link.getDestination());
            if (guide.matches() && NAMES.contains(guide.group(1))) {
                link.setDestination("/help/" + guide.group(1) + (guide.group(2) == null ? "" : guide.group(2)));
            } else if (link.getDestination().startsWith("..")) {
                while (link.getFirstChild() != null) {
                    link.insertBefore(link.getFirstChild());
                }
                link.unlink();
            }
        }
    }
}
