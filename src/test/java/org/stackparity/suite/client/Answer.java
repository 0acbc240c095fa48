package org.stackparity.suite.client;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stackparity.environment.Contract;
import org.stackparity.model.Fault;
import org.stackparity.suite.junit.NotObservedException;
import org.stackparity.suite.junit.StackException;

/**
 * What a node answered to one request.
 *
 * @param ask what was asked
 * @param headers in the order of the answer
 */
public record Answer(Ask ask, int status, List<Header> headers, Body body) {
    private static final Set<Integer> ABSENT = Set.of(404, 405, 410);
    private static final Pattern CHARSET = Pattern.compile("(?i)charset\\s*=\\s*\"?([^\\s;\"]+)");

    public Answer {
        headers = List.copyOf(headers);
    }

    /** The first header of the name, or empty. */
    public Optional<String> header(String name) {
        return headers(name).stream().findFirst();
    }

    /** All headers of the name in the order of the answer; may be empty. */
    public List<String> headers(String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Header::value)
                .toList();
    }

    /** The media type in lower case without parameters, like {@code text/html}; empty where the answer has none. */
    public String mediaType() {
        return header("Content-Type")
                .map(type -> type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                .orElse("");
    }

    /** The charset that the Content-Type names and this Java knows. */
    public Optional<Charset> charset() {
        Matcher matcher = CHARSET.matcher(header("Content-Type").orElse(""));
        if (!matcher.find()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Charset.forName(matcher.group(1)));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    public boolean isHtml() {
        return mediaType().equals("text/html") || mediaType().equals("application/xhtml+xml");
    }

    public boolean isJson() {
        return mediaType().equals("application/json") || mediaType().endsWith("+json");
    }

    /** The body as text in its declared charset, or UTF-8. */
    public String text() {
        return new String(whole(), charset().orElse(StandardCharsets.UTF_8));
    }

    /**
     * The body's bytes, decompressed unless the request asked for a coding itself.
     *
     * @throws NotObservedException if the body is longer than the limit, so that its end was not seen
     */
    byte[] whole() {
        if (body.cut()) {
            throw new NotObservedException(ask + " answered more than [" + Http.LONGEST_BODY
                    + "] bytes; only a body up to that length is looked at.");
        }
        return body.bytes();
    }

    /**
     * Whether there is something at the address that was asked: neither 404, 405, 410 nor an error of the server. A sign-in
     * and a complaint about an empty request come from something that is there.
     */
    public boolean isThere() {
        return !isServerError() && !ABSENT.contains(status);
    }

    public boolean isServerError() {
        return status >= 500;
    }

    /**
     * This answer, unless it is an error of the server.
     *
     * @throws StackException if the status is 500 or above
     */
    public Answer requireNoServerError() {
        if (isServerError()) {
            throw new StackException(new Fault("http-" + status, "", ask + " answered [" + status + "]."));
        }
        return this;
    }

    /**
     * This answer, if it is a healthy one of the path by the contract; see {@link Contract#isHealthy}.
     *
     * @throws NotObservedException if the client is held off by a limit on its requests
     * @throws StackException if the status is any other
     */
    public Answer requireHealthy(Contract contract, String path) {
        return contract.isHealthy(path, status)
                ? this
                : require(contract.declaredStatus("GET", path).orElse(200));
    }

    /**
     * This answer, if it has the status.
     *
     * @throws NotObservedException if the client is held off by a limit on its requests
     * @throws StackException if the status is any other
     */
    public Answer require(int expected) {
        if (status != expected && status == 429) {
            throw new NotObservedException(ask + " answered [429]: the stack limits our requests; lower"
                    + " web.limits.requests-per-second or let the runner through.");
        }
        if (status != expected) {
            throw new StackException(
                    new Fault("http-" + status, "", ask + " answered [" + status + "]; expected [" + expected + "]."));
        }
        return this;
    }

    /** One header line. */
    public record Header(String name, String value) {}

    /**
     * The bytes of an answer.
     *
     * @param cut true where the answer was longer than {@link Http#LONGEST_BODY}
     */
    public record Body(byte[] bytes, boolean cut) {
        public Body {
            bytes = bytes.clone();
        }
    }
}
