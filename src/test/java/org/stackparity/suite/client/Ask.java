package org.stackparity.suite.client;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stackparity.environment.Contract;
import org.stackparity.model.NodeRef;

/**
 * One request as a visitor would send it.
 *
 * @param origin scheme, host and port, where they are others than the customer's url has, like {@code http://www.example.com}
 * @param path path and query, beginning with a slash
 * @param headers in the order of sending; never Host, which is always the customer's host name
 * @param mayFail true where a 5xx is what is asked for, so that it does not count as an error of the node
 * @param name of the path for messages, where it has values in it that were given to one visitor
 */
public record Ask(
        String method,
        Optional<String> origin,
        String path,
        Map<String, String> headers,
        Optional<Payload> payload,
        boolean mayFail,
        Optional<String> name) {
    private static final int FIRST_SERVER_ERROR = 500;
    private static final Pattern URL = Pattern.compile("(?<origin>https?://[^/]+)(?<path>/.*)?");

    public Ask {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    public static Ask get(String path) {
        return of("GET", path);
    }

    /** Asks for what a contract names: a path of the customer's url, or a whole url that leads to the stack as well. */
    public static Ask getDeclared(String pathOrUrl) {
        Matcher url = URL.matcher(pathOrUrl);
        return url.matches()
                ? new Ask(
                        "GET",
                        Optional.of(url.group("origin")),
                        Optional.ofNullable(url.group("path")).orElse("/"),
                        Map.of(),
                        Optional.empty(),
                        false,
                        Optional.empty())
                : get(pathOrUrl);
    }

    /** A GET of a path of the contract; a 5xx that it declares there is what is asked for. */
    public static Ask get(Contract contract, String path) {
        Ask ask = get(path);
        return contract.declaredStatus("GET", path).orElse(0) >= FIRST_SERVER_ERROR ? ask.thatMayFail() : ask;
    }

    /**
     * A GET of a new visitor. At the entrance he comes with a connection of his own, so that a balancer chooses for him.
     *
     * @param node a node's name, or {@link NodeRef#SITE}
     */
    public static Ask ofAVisitor(Contract contract, String node, String path) {
        Ask ask = get(contract, path);
        return node.equals(NodeRef.SITE) ? ask.withHeader("Connection", "close") : ask;
    }

    public static Ask of(String method, String path) {
        return new Ask(method, Optional.empty(), path, Map.of(), Optional.empty(), false, Optional.empty());
    }

    public Ask withHeader(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Ask(method, origin, path, more, payload, mayFail, name);
    }

    public Ask withPath(String other) {
        return new Ask(method, origin, other, headers, payload, mayFail, name);
    }

    public Ask withPayload(Payload body) {
        return new Ask(method, origin, path, headers, Optional.of(body), mayFail, name);
    }

    public Ask thatMayFail() {
        return new Ask(method, origin, path, headers, payload, true, name);
    }

    /** The same by another name: {@code /reset/${token}} for a path that has what an answer gave. */
    public Ask named(String pattern) {
        return new Ask(method, origin, path, headers, payload, mayFail, Optional.of(pattern));
    }

    /** The request that follows a redirect, as browsers do: GET after 303, and after 301 and 302 of anything but HEAD. */
    Ask redirected(int status, String location) {
        boolean keeps = status == 307 || status == 308 || method.equals("HEAD");
        return new Ask(
                keeps ? method : "GET",
                Optional.empty(),
                location,
                headers,
                keeps ? payload : Optional.empty(),
                mayFail,
                Optional.empty());
    }

    /** The path for messages and counts; without what gives access, which redirects put into their paths. */
    String shownPath() {
        return name.orElseGet(() -> PersonalData.mask(path));
    }

    /** The request line for messages. */
    @Override
    public String toString() {
        return method + " " + origin.map(PersonalData::mask).orElse("") + shownPath();
    }

    /** The body of a request. */
    public record Payload(String mediaType, String content) {
        public static Payload json(String content) {
            return new Payload("application/json", content);
        }

        byte[] bytes() {
            return content.getBytes(StandardCharsets.UTF_8);
        }
    }
}
