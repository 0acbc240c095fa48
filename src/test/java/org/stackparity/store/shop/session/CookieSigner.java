package org.stackparity.store.shop.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs session ids, so that a cookie of a node with another secret is no session here. */
public final class CookieSigner {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int SIGNATURE_CHARACTERS = 32;

    private final SecretKeySpec key;

    public CookieSigner(String secret) {
        this.key = new SecretKeySpec(secret.getBytes(UTF_8), ALGORITHM);
    }

    /** The value of the cookie: id, dot, signature. */
    public String sign(String id) {
        return id + "." + signature(id);
    }

    /** Finds the id in a cookie that this secret has signed; empty for any other. */
    public Optional<String> findId(String cookie) {
        int dot = cookie.lastIndexOf('.');
        if (dot < 1) {
            return Optional.empty();
        }
        String id = cookie.substring(0, dot);
        byte[] given = cookie.substring(dot + 1).getBytes(UTF_8);
        return MessageDigest.isEqual(given, signature(id).getBytes(UTF_8)) ? Optional.of(id) : Optional.empty();
    }

    private String signature(String id) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(id.getBytes(UTF_8))).substring(0, SIGNATURE_CHARACTERS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }
}
