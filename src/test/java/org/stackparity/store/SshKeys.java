package org.stackparity.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.KeyPair;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.stackparity.store.host.Endpoint;
import org.stackparity.store.host.SshDaemon;

/**
 * The SSH keys of one run: {@code ssh/id} of the client, and {@code ssh/known_hosts} with the key of each host. ECDSA, because
 * the daemon reads ed25519 only with another library.
 */
public final class SshKeys {
    private static final String TYPE = "ecdsa-sha2-nistp256";
    private static final int BITS = 256;

    private final Path folder;
    private final String authorized;

    private SshKeys(Path folder, String authorized) {
        this.folder = folder;
        this.authorized = authorized;
    }

    /** Makes the client's key and an empty list of hosts below {@code work}. */
    public static SshKeys create(Path work) throws IOException {
        Path folder = Files.createDirectories(work.resolve("ssh"));
        KeyPair client = generate();
        writePrivate(client, folder.resolve("id"));
        Files.writeString(folder.resolve("known_hosts"), "");
        return new SshKeys(folder, publicKey(client) + " " + SshDaemon.USER + "\n");
    }

    /** Gives a host a key of its own, lets the client in, and tells the client the key. */
    void install(StagedHost host, Endpoint daemon) throws IOException {
        KeyPair key = generate();
        writePrivate(key, host.file("etc/ssh_host_key"));
        writeOwnerOnly(host.file("etc/authorized_keys"), authorized.getBytes(UTF_8));
        trust(daemon, publicKey(key));
    }

    /** The line by which a host lets the client in. */
    public String authorized() {
        return authorized;
    }

    /**
     * Tells the client the key of a host.
     *
     * @param publicKey type and key, as OpenSSH writes them
     */
    public void trust(Endpoint daemon, String publicKey) throws IOException {
        String line = "[" + daemon.host() + "]:" + daemon.port() + " " + publicKey + "\n";
        Files.writeString(folder.resolve("known_hosts"), line, StandardOpenOption.APPEND);
    }

    private static KeyPair generate() throws IOException {
        try {
            return KeyPair.genKeyPair(new JSch(), KeyPair.ECDSA, BITS);
        } catch (JSchException e) {
            throw new IOException("making an SSH key", e);
        }
    }

    private static String publicKey(KeyPair key) {
        return TYPE + " " + Base64.getEncoder().encodeToString(key.getPublicKeyBlob());
    }

    private static void writePrivate(KeyPair key, Path file) throws IOException {
        ByteArrayOutputStream pem = new ByteArrayOutputStream();
        key.writePrivateKey(pem);
        writeOwnerOnly(file, pem.toByteArray());
    }

    private static void writeOwnerOnly(Path file, byte[] bytes) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(file, bytes);
    }
}
