package org.stackparity.lab;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stackparity.store.Site;
import org.stackparity.store.host.Folders;
import org.stackparity.store.host.Jar;
import org.stackparity.store.host.ResourceTree;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.images.builder.ImageFromDockerfile;

/**
 * The image of every host of the lab. Its tag is the digest of what it is built from, so that it is built once and again
 * when the store or a file of the image changes.
 */
final class LabImage {
    static final String REPOSITORY = "stack-parity-lab";

    private static final Logger LOG = LoggerFactory.getLogger(LabImage.class);
    /** Names the network in which the image is built, like {@code host}, where the engine's own does not reach packages. */
    private static final String BUILD_NETWORK = "PARITY_LAB_BUILD_NETWORK";

    private static final int TAG_CHARACTERS = 16;
    /** Of the entries of a jar, so that the same classes are the same jar. */
    private static final String SAME_TIME = "2012-10-03T00:00:00Z";

    private LabImage() {}

    /**
     * The name of the image, which is built if the engine does not have it; that takes a minute or two.
     *
     * @param work for the files that it is built from
     * @throws LabException if the build fails
     */
    static String ready(Path work) throws IOException {
        SortedMap<String, Path> files = files(work);
        String name = REPOSITORY + ":" + digest(files);
        if (!isThere(name)) {
            LOG.info("building the image {} of the lab's hosts", name);
            build(name, files);
            removeOthers(name);
        }
        return name;
    }

    private static boolean isThere(String name) {
        DockerClient docker = DockerClientFactory.lazyClient();
        try {
            docker.inspectImageCmd(name).exec();
            return true;
        } catch (NotFoundException e) {
            return false;
        }
    }

    private static void build(String name, SortedMap<String, Path> files) {
        ImageFromDockerfile image = new ImageFromDockerfile(name, false);
        files.forEach((path, file) -> image.withFileFromPath(path, file));
        Optional.ofNullable(System.getenv(BUILD_NETWORK))
                .ifPresent(network -> image.withBuildImageCmdModifier(command -> command.withNetworkMode(network)));
        try {
            image.get();
        } catch (RuntimeException e) {
            throw new LabException(
                    "Building the image [" + name + "] of the lab's hosts failed: " + e.getMessage()
                            + ". It starts from debian:bookworm-slim and installs Debian's packages; look whether the engine"
                            + " can reach both.",
                    e);
        }
    }

    /** Images of older stores, as far as no container has them. */
    private static void removeOthers(String name) {
        DockerClient docker = DockerClientFactory.lazyClient();
        docker.listImagesCmd().withReferenceFilter(REPOSITORY).exec().stream()
                .flatMap(image -> Stream.ofNullable(image.getRepoTags()).flatMap(Stream::of))
                .filter(tag -> !tag.equals(name))
                .forEach(tag -> {
                    try {
                        docker.removeImageCmd(tag).exec();
                    } catch (DockerException e) {
                        LOG.debug("the image {} stays, since a container has it", tag, e);
                    }
                });
    }

    /** What the image is built from, by its path in the build. */
    private static SortedMap<String, Path> files(Path work) throws IOException {
        Path context = Folders.emptied(work.resolve("image"));
        ResourceTree.copy("/lab/image", context);
        ResourceTree.copy("/store/services/db", context.resolve("db"));
        Path trial = new Homes(context).of(Site.DALLAS, HostPlan.web(1));
        Files.move(trial, context.resolve("trial"));
        SortedMap<String, Path> files = new TreeMap<>();
        try (Stream<Path> tree = Files.walk(context)) {
            for (Path file : tree.filter(Files::isRegularFile).toList()) {
                files.put(context.relativize(file).toString().replace(File.separatorChar, '/'), file);
            }
        }
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path jar = Path.of(entry);
            if (Files.isRegularFile(jar)) {
                files.put("lib/" + jar.getFileName(), jar);
            }
        }
        files.put("shop.jar", shop(work));
        return files;
    }

    /** The program of the shop without the suite, so that in a checkout a change of a check needs no other image. */
    private static Path shop(Path work) throws IOException {
        Path classes = Folders.emptied(work.resolve("shop"));
        ResourceTree.copy("/org/stackparity/store", classes.resolve("org/stackparity/store"));
        ResourceTree.copy("/store", classes.resolve("store"));
        Path jar = work.resolve("shop.jar");
        Jar.create(jar, classes, "--date", SAME_TIME);
        return jar;
    }

    private static String digest(SortedMap<String, Path> files) throws IOException {
        MessageDigest digest = sha256();
        for (String path : files.keySet()) {
            digest.update(path.getBytes(StandardCharsets.UTF_8));
            try (DigestInputStream in = new DigestInputStream(Files.newInputStream(files.get(path)), digest)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
        }
        return HexFormat.of().formatHex(digest.digest()).substring(0, TAG_CHARACTERS);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
