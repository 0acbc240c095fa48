package org.stackparity.suite.client;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.stackparity.environment.Contract;
import org.stackparity.suite.client.Selector.Kind;

/** Masks on a page what the contract's {@code identity} and {@code private} select. */
final class DeclaredMasks {
    private final List<Selector> identity;
    private final List<Selector> privateValues;

    DeclaredMasks(Contract contract) {
        identity = css(contract.identity());
        privateValues = css(contract.privateValues());
    }

    private static List<Selector> css(List<String> selectors) {
        return selectors.stream()
                .map(Selector::parse)
                .filter(selector -> selector.kind() == Kind.CSS)
                .toList();
    }

    /** Changes the document: what is selected stays as an element, its content is replaced. */
    void apply(Document document) {
        privateValues.forEach(selector -> replace(document, selector, PersonalData::fingerprint));
        identity.forEach(selector -> replace(document, selector, value -> Masking.IDENTITY));
    }

    private static void replace(Document document, Selector selector, UnaryOperator<String> mask) {
        for (Element element : document.select(selector.where())) {
            if (selector.attribute().isPresent()) {
                replace(element, selector.attribute().get(), mask);
                continue;
            }
            for (Attribute attribute : element.attributes()) {
                if (List.of("content", "value", "href", "src", "alt", "title", "aria-label")
                        .contains(attribute.getKey())) {
                    attribute.setValue(mask.apply(attribute.getValue()));
                }
            }
            String text = PageLines.fold(element.wholeText());
            if (!text.isEmpty()) {
                element.empty().appendText(mask.apply(text));
            }
        }
    }

    private static void replace(Element element, String attribute, UnaryOperator<String> mask) {
        if (element.hasAttr(attribute)) {
            element.attr(attribute, mask.apply(element.attr(attribute)));
        }
    }
}
