package org.stackparity.suite.client;

import io.restassured.builder.ResponseBuilder;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.http.Header;
import io.restassured.http.Headers;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.stackparity.suite.client.Ask.Payload;

/**
 * Lets REST Assured speak through a session, so that its requests reach one node under the customer's host name and obey
 * the same limits as all others. Does not call the next filter: this one is the wire.
 */
final class NodeFilter implements Filter {
    private static final Set<String> OURS = Set.of("host", "content-type", "content-length", "accept-encoding");

    private final Session session;
    private final Optional<String> name;

    /** @param name of the path for messages, where it is not to stand there itself */
    NodeFilter(Session session, Optional<String> name) {
        this.session = session;
        this.name = name;
    }

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification response, FilterContext context) {
        Answer answer = session.ask(named(ask(request)));
        List<Header> headers = answer.headers().stream()
                .map(header -> new Header(header.name(), header.value()))
                .toList();
        return new ResponseBuilder()
                .setStatusCode(answer.status())
                .setStatusLine("HTTP " + answer.status())
                .setHeaders(new Headers(headers))
                .setContentType(answer.header("Content-Type").orElse(""))
                .setBody(answer.whole())
                .build();
    }

    private Ask named(Ask ask) {
        return name.map(ask::named).orElse(ask);
    }

    private static Ask ask(FilterableRequestSpecification request) {
        URI uri = URI.create(request.getURI());
        String path = uri.getRawQuery() == null ? uri.getRawPath() : uri.getRawPath() + "?" + uri.getRawQuery();
        Ask ask = Ask.of(request.getMethod(), path.isEmpty() ? "/" : path);
        for (Header header : request.getHeaders()) {
            if (!OURS.contains(header.getName().toLowerCase(java.util.Locale.ROOT))) {
                ask = ask.withHeader(header.getName(), header.getValue());
            }
        }
        if (!request.getFormParams().isEmpty()) {
            return ask.withPayload(new Payload("application/x-www-form-urlencoded", encoded(request.getFormParams())));
        }
        Object body = request.getBody();
        return body == null ? ask : ask.withPayload(new Payload(request.getContentType(), body.toString()));
    }

    private static String encoded(Map<String, ?> form) {
        return form.entrySet().stream()
                .flatMap(entry -> values(entry.getValue()).stream()
                        .map(value -> encode(entry.getKey()) + "=" + encode(String.valueOf(value))))
                .collect(Collectors.joining("&"));
    }

    private static Collection<?> values(Object value) {
        return value instanceof Collection<?> many ? many : List.of(value);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
