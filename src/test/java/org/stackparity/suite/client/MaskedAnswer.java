package org.stackparity.suite.client;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jsoup.nodes.Document;
import tools.jackson.databind.JsonNode;

/**
 * An answer of which single values are taken down, with what the contract masks replaced before anything is looked for.
 *
 * @param raw as it came, to tell what is not there from what is masked
 * @param masked without what the contract declares as private or identity
 */
record MaskedAnswer(Answer answer, DeclaredMasks masks, Content raw, Content masked) {

    static MaskedAnswer of(Answer answer, DeclaredMasks masks) {
        return new MaskedAnswer(
                answer, masks, Content.of(answer), Content.of(answer).with(masks::apply, masks::apply));
    }

    /** What a journey observes; a mask may stand above it, which then is all that is seen of it. Empty where it is not there. */
    Optional<String> observe(Selector selector, Session session) {
        if (!selector.isOfContent()) {
            return selector.find(answer, session);
        }
        return selector.findAll(raw).map(value -> selector.findAll(masked).orElseGet(() -> wordFor(value, selector)));
    }

    private String wordFor(String value, Selector selector) {
        Content hidden = Content.of(answer).with(masks::hide, masks::hide);
        return selector.findAll(hidden).isPresent() ? Masking.IDENTITY : PersonalData.fingerprint(value);
    }

    /**
     * What an answer holds.
     *
     * @param page of an answer that is HTML
     * @param json of an answer that is JSON
     */
    record Content(Optional<Document> page, Optional<JsonNode> json) {
        private static Content of(Answer answer) {
            return new Content(
                    answer.isHtml() ? Optional.of(SeenPage.parse(answer)) : Optional.empty(), Json.find(answer));
        }

        private Content with(Consumer<Document> ofPage, UnaryOperator<JsonNode> ofJson) {
            page.ifPresent(ofPage);
            return new Content(page, json.map(ofJson));
        }
    }
}
