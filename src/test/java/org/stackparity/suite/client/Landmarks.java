package org.stackparity.suite.client;

import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.Element;

/**
 * Names the parts of a page that stay the same while their content changes, so that lines of two pages can be aligned:
 * {@code main/form#checkout}. A part without name is known by its element alone.
 */
final class Landmarks {
    private static final Map<String, String> ROLES = Map.of(
            "banner", "header",
            "navigation", "nav",
            "main", "main",
            "complementary", "aside",
            "contentinfo", "footer",
            "search", "search",
            "form", "form",
            "region", "section");

    private Landmarks() {}

    /** The path of a child element's landmark below its parent's, which is its own where it is none. */
    static String below(String parent, Element element) {
        return name(element)
                .map(name -> parent.isEmpty() ? name : parent + "/" + name)
                .orElse(parent);
    }

    private static Optional<String> name(Element element) {
        String role = element.attr("role");
        String kind = ROLES.getOrDefault(role, element.normalName());
        return switch (kind) {
            case "head", "header", "nav", "main", "aside", "footer", "search" -> Optional.of(kind + label(element));
            case "form", "section" -> Optional.of(kind + label(element)).filter(name -> !name.equals(kind));
            case "dialog" -> Optional.of(kind + label(element));
            // No landmark to a screen reader, but a list that is filled as a whole, so its lines belong together.
            case "select" -> Optional.of("select" + (element.attr("name").isEmpty() ? "" : "#" + element.attr("name")));
            default -> Optional.empty();
        };
    }

    private static String label(Element element) {
        if (!element.id().isEmpty()) {
            return "#" + element.id();
        }
        String labelledBy = element.attr("aria-labelledby");
        return labelledBy.isEmpty() ? "" : "@" + labelledBy;
    }
}
