package org.stackparity.store.shop.page;

import java.util.zip.CRC32;
import org.stackparity.store.shop.visit.Visit;

/** Answers with an entity tag, and with 304 to those who have the same bytes already (RFC 9110, 8.8.3 and 13.1.2). */
public final class Tagged {
    private static final int NOT_MODIFIED = 304;

    private Tagged() {}

    public static void answer(Visit visit, String contentType, byte[] body) {
        CRC32 checksum = new CRC32();
        checksum.update(body);
        String tag = "\"" + Long.toHexString(checksum.getValue()) + "-" + body.length + "\"";
        visit.http().header("ETag", tag);
        if (tag.equals(visit.http().header("If-None-Match"))) {
            visit.http().status(NOT_MODIFIED);
        } else {
            visit.http().contentType(contentType).result(body);
        }
    }
}
