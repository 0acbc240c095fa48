package org.stackparity.suite.client;

import io.restassured.RestAssured;
import io.restassured.http.Header;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Calls one node with REST Assured: API calls and the steps of journeys, with the cookies of one visitor. */
public final class Rest {
    private final Session session;
    private final LocaleChoice locale;

    public Rest(Session session, LocaleChoice locale) {
        this.session = session;
        this.locale = locale;
        locale.in(session);
    }

    public Session session() {
        return session;
    }

    /** What a GET for JSON is answered. */
    public Answer get(String path) {
        return send(Ask.get(path), "application/json", specification -> {});
    }

    /** What a request is answered that sends a form, or else JSON, or else nothing. Follows no redirect. */
    Answer send(Ask ask, Map<String, String> form, Optional<String> json) {
        String accept = json.isPresent() ? "application/json" : "text/html,application/json;q=0.9,*/*;q=0.8";
        return send(ask, accept, specification -> {
            if (!form.isEmpty()) {
                specification.formParams(form);
            } else {
                json.ifPresent(
                        body -> specification.contentType("application/json").body(body));
            }
        });
    }

    private Answer send(Ask asked, String accept, Consumer<RequestSpecification> body) {
        Ask ask = locale.in(asked);
        RequestSpecification specification = RestAssured.given()
                .baseUri(session.url("/").toString())
                .urlEncodingEnabled(false)
                .header("Accept", accept)
                .redirects()
                .follow(false)
                .filter(new NodeFilter(session, ask.name()));
        body.accept(specification);
        ask.headers().forEach(specification::header);
        Response response = specification.when().request(ask.method(), ask.path());
        List<Answer.Header> headers = new ArrayList<>();
        for (Header header : response.headers()) {
            headers.add(new Answer.Header(header.getName(), header.getValue()));
        }
        return new Answer(ask, response.statusCode(), headers, new Answer.Body(response.asByteArray(), false));
    }
}
