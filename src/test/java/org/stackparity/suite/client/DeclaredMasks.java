package org.stackparity.suite.client;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.stackparity.environment.Contract;
import org.stackparity.model.Case;
import org.stackparity.suite.client.Selector.Kind;
import org.stackparity.suite.junit.CheckTarget;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/**
 * What the contract's {@code identity} and {@code private} select, on pages and in JSON, and in how many answers of a pass
 * it was there. Thread-safe.
 */
public final class DeclaredMasks {
    private static final String IDENTITY = "identity";
    private static final String PRIVATE = "private";
    private static final String CALL = "call";
    private static final String MASK = "mask";

    private final Map<Case, Mask> all = new LinkedHashMap<>();
    private final List<Mask> identity;
    private final List<Mask> privateValues;

    DeclaredMasks(Contract contract) {
        identity = masks(IDENTITY, contract.identity());
        privateValues = masks(PRIVATE, contract.privateValues());
        contract.api()
                .forEach(call -> call.identity()
                        .forEach(pointer -> mask(
                                subject(call, pointer),
                                new Mask(
                                        IDENTITY,
                                        pointer,
                                        "answers to [" + call.path() + "]",
                                        Selector.parse("json:" + pointer)))));
    }

    /** The masks of the target's pass. */
    public static DeclaredMasks of(CheckTarget target) {
        return Masking.of(target).declared();
    }

    /** One case for each selector: of {@code identity}, of {@code private}, and of the identity of each call. */
    public static List<Case> cases(Contract contract) {
        return List.copyOf(new DeclaredMasks(contract).all.keySet());
    }

    private List<Mask> masks(String key, List<String> selectors) {
        return selectors.stream()
                .map(text -> {
                    Selector selector = Selector.parse(text);
                    String where =
                            selector.kind() == Kind.CSS ? "HTML pages" : "JSON answers whose values are compared";
                    return mask(Case.of(MASK, key + " " + text), new Mask(key, text, where, selector));
                })
                .toList();
    }

    private static Case subject(Contract.ApiCall call, String pointer) {
        return Case.of(CALL, call.path()).with(MASK, pointer);
    }

    private Mask mask(Case subject, Mask mask) {
        return all.computeIfAbsent(subject, any -> mask);
    }

    /** @param declared one of {@link #cases} */
    public Mask find(Case declared) {
        Mask mask = all.get(declared);
        if (mask == null) {
            throw new IllegalArgumentException("The contract masks nothing by [" + declared + "].");
        }
        return mask;
    }

    /** The JSON pointers that may differ by nature in any answer. */
    List<Mask> identityOfJson() {
        return of(Kind.JSON, identity).toList();
    }

    /** The JSON pointers that may differ by nature in the answer to a call: those of any answer and its own. */
    List<Mask> identityOfJson(Contract.ApiCall call) {
        Stream<Mask> own = call.identity().stream().map(pointer -> find(subject(call, pointer)));
        return Stream.concat(of(Kind.JSON, identity), own).toList();
    }

    /** The JSON pointers of personal data. */
    List<Mask> privateOfJson() {
        return of(Kind.JSON, privateValues).toList();
    }

    private static Stream<Mask> of(Kind kind, List<Mask> masks) {
        return masks.stream().filter(mask -> mask.selector().kind() == kind);
    }

    /** Changes a page: what is selected stays as an element, its content is replaced. Counts it. */
    void apply(Document page) {
        // a mask may take away what another one selects, so that they are counted before
        Stream.concat(of(Kind.CSS, privateValues), of(Kind.CSS, identity))
                .forEach(mask -> mask.count(!select(page, mask.selector()).isEmpty()));
        hide(page);
        of(Kind.CSS, identity).forEach(mask -> replace(page, mask.selector(), value -> Masking.IDENTITY));
    }

    /** The same with what is private only, and without counting. */
    void hide(Document page) {
        of(Kind.CSS, privateValues).forEach(mask -> replace(page, mask.selector(), PersonalData::fingerprint));
    }

    /** Changes a tree: words stand in place of what is selected. Counts it. Returns the word where all of it is selected. */
    JsonNode apply(JsonNode tree) {
        allOfJson().forEach(mask -> mask.countIn(tree));
        JsonNode masked = hide(tree);
        for (Mask mask : identityOfJson()) {
            masked = mask.pointer().replaceIn(masked, value -> StringNode.valueOf(Masking.IDENTITY));
        }
        return masked;
    }

    /** The same with what is private only, and without counting. */
    JsonNode hide(JsonNode tree) {
        JsonNode hidden = tree;
        for (Mask mask : privateOfJson()) {
            hidden = mask.pointer()
                    .replaceIn(hidden, value -> StringNode.valueOf(PersonalData.fingerprint(JsonLeaves.scalar(value))));
        }
        return hidden;
    }

    /** Whether anything is selected in JSON. */
    boolean hasJson() {
        return allOfJson().findAny().isPresent();
    }

    private Stream<Mask> allOfJson() {
        return Stream.concat(of(Kind.JSON, privateValues), of(Kind.JSON, identity));
    }

    /** Where there is something to replace: a mask of an empty element hides nothing. */
    private static List<Element> select(Document page, Selector selector) {
        return page.select(selector.where()).stream()
                .filter(element -> selector.attribute()
                        .map(element::hasAttr)
                        .orElseGet(() -> !PageLines.fold(element.wholeText()).isEmpty() || says(element)))
                .toList();
    }

    private static boolean says(Element element) {
        return element.getAllElements().stream()
                .flatMap(inside -> inside.attributes().asList().stream())
                .anyMatch(attribute -> PageLines.isSaying(attribute.getKey()));
    }

    private static void replace(Document page, Selector selector, UnaryOperator<String> word) {
        for (Element element : select(page, selector)) {
            selector.attribute()
                    .ifPresentOrElse(
                            name -> element.attr(name, word.apply(element.attr(name))), () -> replace(element, word));
        }
    }

    private static void replace(Element element, UnaryOperator<String> word) {
        String text = PageLines.fold(element.wholeText());
        if (!text.isEmpty()) {
            element.empty().appendText(word.apply(text));
        }
        for (Element inside : element.getAllElements()) {
            for (Attribute attribute : inside.attributes()) {
                if (PageLines.isSaying(attribute.getKey())) {
                    attribute.setValue(word.apply(attribute.getValue()));
                }
            }
        }
    }
}
