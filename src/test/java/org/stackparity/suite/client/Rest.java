package org.stackparity.suite.client;

import io.restassured.RestAssured;
import io.restassured.http.Header;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
        return send(specification("application/json"), locale.in(Ask.get(path)));
    }

    /** What a request is answered that sends a form, or else JSON, or else nothing. Follows no redirect. */
    public Answer send(String method, String path, Map<String, String> form, Optional<String> json) {
        RequestSpecification specification =
                specification(json.isPresent() ? "application/json" : "text/html,application/json;q=0.9,*/*;q=0.8");
        if (!form.isEmpty()) {
            specification.formParams(form);
        } else {
            json.ifPresent(body -> specification.contentType("application/json").body(body));
        }
        return send(specification, locale.in(Ask.of(method, path)));
    }

    private RequestSpecification specification(String accept) {
        return RestAssured.given()
                .baseUri(session.url("/").toString())
                .urlEncodingEnabled(false)
                .header("Accept", accept)
                .redirects()
                .follow(false)
                .filter(new NodeFilter(session));
    }

    private static Answer send(RequestSpecification specification, Ask ask) {
        ask.headers().forEach(specification::header);
        Response response = specification.when().request(ask.method(), ask.path());
        List<Answer.Header> headers = new ArrayList<>();
        for (Header header : response.headers()) {
            headers.add(new Answer.Header(header.getName(), header.getValue()));
        }
        return new Answer(ask, response.statusCode(), headers, new Answer.Body(response.asByteArray(), false));
    }
}
