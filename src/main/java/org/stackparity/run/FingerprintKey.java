package org.stackparity.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.stackparity.environment.ConfigurationException;

/**
 * The key that personal data is fingerprinted with. It belongs to the pair, so that the recordings of two nights can be
 * compared, and lies beside the pair's files and outside all evidence: who has an evidence cannot try values without it.
 */
public final class FingerprintKey {
    /** The name of the file in the pair's folder; readable by its owner only. */
    public static final String FILE = ".fingerprint-key";

    private static final int BYTES = 32;
    private static final int ID_DIGITS = 12;
    private static final Pattern TEXT = Pattern.compile("[0-9a-f]{64}");

    private final byte[] secret;
    private final boolean lasting;

    private FingerprintKey(byte[] secret, boolean lasting) {
        this.secret = secret.clone();
        this.lasting = lasting;
    }

    /**
     * The key of a pair; made and written on first use. Where the folder cannot be written it is a key for this run only.
     *
     * @throws ConfigurationException if the file is there and has no key, or others may read it
     */
    public static FingerprintKey of(Path pairFolder) {
        Path file = pairFolder.resolve(FILE);
        if (!Files.exists(file)) {
            try {
                create(file);
            } catch (FileAlreadyExistsException e) {
                return read(file);
            } catch (IOException e) {
                return ofOneRun();
            }
        }
        return read(file);
    }

    /** A key that nobody keeps: its fingerprints say nothing to those of another run. */
    public static FingerprintKey ofOneRun() {
        return new FingerprintKey(newSecret(), false);
    }

    private static void create(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(file);
        }
        Files.writeString(file, HexFormat.of().formatHex(newSecret()) + "\n", StandardCharsets.US_ASCII);
    }

    private static FingerprintKey read(Path file) {
        try {
            if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
                String permissions = PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
                if (!permissions.endsWith("------")) {
                    throw new ConfigurationException(
                            List.of(file + ": the key of the fingerprints has the permissions [" + permissions
                                    + "]; expected its owner's only. Say: chmod 600 " + file));
                }
            }
            String text = Files.readString(file, StandardCharsets.ISO_8859_1).strip();
            if (!TEXT.matcher(text).matches()) {
                throw new ConfigurationException(List.of(file + ": is no key of fingerprints; expected 64 hexadecimal"
                        + " digits. Put back the file that belongs to the pair, or delete it for a new key: recordings"
                        + " from before can then not be compared where they have personal data."));
            }
            return new FingerprintKey(HexFormat.of().parseHex(text), true);
        } catch (IOException e) {
            throw new UncheckedIOException("The key [" + file + "] cannot be read.", e);
        }
    }

    private static byte[] newSecret() {
        byte[] secret = new byte[BYTES];
        new SecureRandom().nextBytes(secret);
        return secret;
    }

    /** Tells one key from another and says nothing about it. */
    public String id() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(secret);
            return HexFormat.of().formatHex(digest).substring(0, ID_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256.", e);
        }
    }

    /** Whether a later run of the pair will have the same key. */
    public boolean isLasting() {
        return lasting;
    }

    /** The key for HMAC with SHA-256; never written down. */
    public byte[] secret() {
        return secret.clone();
    }

    @Override
    public String toString() {
        return "fingerprint key " + id();
    }
}
