package org.stackparity.suite.client;

import java.util.Optional;
import org.jsoup.nodes.Document;
import tools.jackson.databind.JsonNode;

/**
 * An answer of which single values are taken down, with what the contract masks replaced before anything is looked for.
 *
 * @param page of an answer that is HTML
 * @param json of an answer that is JSON
 */
record MaskedAnswer(Answer answer, Optional<Document> page, Optional<JsonNode> json) {

    static MaskedAnswer of(Answer answer, Masking masking) {
        Optional<Document> page = answer.isHtml() ? Optional.of(SeenPage.parse(answer)) : Optional.empty();
        page.ifPresent(document -> masking.declared().apply(document));
        return new MaskedAnswer(
                answer, page, Json.find(answer).map(tree -> masking.declared().apply(tree)));
    }
}
