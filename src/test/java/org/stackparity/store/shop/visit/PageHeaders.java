package org.stackparity.store.shop.visit;

import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.stackparity.store.host.Settings;

/** The headers of every answer: those of the host's {@code etc/headers.properties}, and who answered and when. */
public final class PageHeaders {
    static final String REQUEST_ID = "X-Request-Id";
    private static final String CONTENT_TYPE = "Content-Type";
    private static final int OLDEST_SECONDS = 4;

    private final Settings headers;
    private final String node;

    PageHeaders(Path home, String node) throws IOException {
        this.headers = Settings.read(home.resolve("etc/headers.properties"));
        this.node = node;
    }

    public void apply(Context http) {
        headers.values().forEach((name, value) -> {
            if (!name.equals(CONTENT_TYPE)) {
                http.header(name, value);
            }
        });
        http.header(REQUEST_ID, UUID.randomUUID().toString());
        http.header("X-Served-By", node);
        http.header("Age", Integer.toString(ThreadLocalRandom.current().nextInt(OLDEST_SECONDS)));
    }

    String htmlType() {
        return headers.require(CONTENT_TYPE);
    }
}
