package org.stackparity.store.shop.data;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * What the database knows of a password: PBKDF2 (RFC 8018) with the e-mail address as the salt, in hexadecimal. The rounds are
 * few, since all accounts are public ones of the sandbox and signing in is measured.
 */
final class PasswordHash {
    private static final String ALGORITHM = "PBKDF2WithHmacSHA256";
    private static final int ROUNDS = 1000;
    private static final int BITS = 256;

    private PasswordHash() {}

    static String of(String email, String password) {
        try {
            PBEKeySpec secret = new PBEKeySpec(password.toCharArray(), email.getBytes(UTF_8), ROUNDS, BITS);
            byte[] hash = SecretKeyFactory.getInstance(ALGORITHM)
                    .generateSecret(secret)
                    .getEncoded();
            return HexFormat.of().formatHex(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }
}
