package org.stackparity.suite.client;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import okhttp3.Cookie;
import okhttp3.CookieJar;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import org.stackparity.environment.Endpoint;

/**
 * Asks a node as the load balancer does at which TLS ends: in plain HTTP, with the customer's Host, and with the scheme of
 * the customer's url as {@code X-Forwarded-Proto}. Before it everything is as if the customer's url had been asked, cookies
 * with Secure too; so it keeps the cookies itself, and the client has none.
 */
final class TlsTermination implements Interceptor {
    private final int port;
    private final CookieJar cookies;

    /** @param port that urls of the node have, whatever the customer's has */
    TlsTermination(int port, CookieJar cookies) {
        this.port = port;
        this.cookies = cookies;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request asked = chain.request();
        HttpUrl url = asked.url();
        Request.Builder forwarded = asked.newBuilder()
                .url(url.newBuilder().scheme("http").port(port).build())
                .header("Host", host(url))
                .header("X-Forwarded-Proto", url.scheme());
        List<Cookie> sent = cookies.loadForRequest(url);
        if (!sent.isEmpty()) {
            forwarded.header("Cookie", header(sent));
        }
        Response response = chain.proceed(forwarded.build());
        cookies.saveFromResponse(url, Cookie.parseAll(url, response.headers()));
        return response.newBuilder().request(asked).build();
    }

    /** What a browser sends as Host: without the port where it is the scheme's own (RFC 9110, section 7.2). */
    private static String host(HttpUrl url) {
        String hostAndPort = new Endpoint(url.host(), url.port()).toString();
        return url.port() == HttpUrl.defaultPort(url.scheme())
                ? hostAndPort.substring(0, hostAndPort.lastIndexOf(':'))
                : hostAndPort;
    }

    private static String header(List<Cookie> cookies) {
        return cookies.stream()
                .map(cookie -> cookie.name() + "=" + cookie.value())
                .collect(Collectors.joining("; "));
    }
}
