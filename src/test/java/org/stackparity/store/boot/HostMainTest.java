package org.stackparity.store.boot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stackparity.store.host.Endpoint;
import org.stackparity.store.host.Settings;

/** Processes as an init system starts them: nobody holds the other end of their standard input. */
class HostMainTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path scratch;

    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void stop() throws InterruptedException {
        for (Process process : started) {
            process.destroyForcibly().waitFor();
        }
    }

    @Test
    void staysWithoutAParentAndLeadsThroughALinkToThePaymentSandbox() throws IOException {
        Endpoint payments = freeAddress();
        Endpoint link = freeAddress();
        Path provider = scratch.resolve("provider");
        Path between = scratch.resolve("between");
        settings().with("payment.listen", payments.toString()).write(provider.resolve("etc/app.properties"));
        settings()
                .with("links", "payment")
                .with("link.payment.listen", link.toString())
                .with("link.payment.to", payments.toString())
                .write(between.resolve("etc/services.properties"));

        Process sandbox = start(provider, "payments");
        Process wire = start(between, "link");

        await().atMost(PATIENCE)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(get("http://" + link + "/ping")).isEqualTo("{\"ok\":true}"));
        assertThat(sandbox.isAlive()).isTrue();
        assertThat(wire.isAlive()).isTrue();
        assertThat(provider.resolve("run/app.pid")).hasContent(Long.toString(sandbox.pid()));
    }

    @Test
    void endsWithItsParentWhereItIsToldTo() throws IOException, InterruptedException {
        Path provider = scratch.resolve("provider");
        settings().with("payment.listen", freeAddress().toString()).write(provider.resolve("etc/services.properties"));

        Process sandbox = start(provider, "-D" + HostMain.ENDS_WITH_PARENT + "=true", "payments");

        assertThat(sandbox.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void leavesAJobAloneThatIsNotArmed() throws IOException, InterruptedException {
        Path home = jobsHost();

        assertThat(exitCode(start(home, "job", "charge-subscriptions"))).isZero();
        assertThat(home.resolve("run/app.pid")).doesNotExist();
    }

    @Test
    void saysThatAJobCouldNotBeWrittenDown() throws IOException, InterruptedException {
        assertThat(exitCode(start(jobsHost(), "job", "--register"))).isOne();
    }

    @Test
    void namesTheKindsOfHostsThatThereAre() throws IOException, InterruptedException {
        Process process = start(Files.createDirectories(scratch.resolve("host")), "database");

        assertThat(exitCode(process)).isOne();
        assertThat(scratch.resolve("host/app.log"))
                .content()
                .contains("the kind of host is [database]; expected one of [services, web, jobs, payments, link]");
    }

    private Path jobsHost() throws IOException {
        Path home = scratch.resolve("jobs1");
        settings()
                .with("node", "jobs1")
                .with("database.address", freeAddress().toString())
                .with("database.name", "shop")
                .with("database.user", "shop")
                .with("database.password", "none")
                .with("billing.month-end", "clip")
                .with("stock.feed", "spool/stock.csv")
                .with("stock.patience-seconds", "1")
                .with("jobs.armed", "false")
                .with("jobs.registered", "true")
                .write(home.resolve("etc/app.properties"));
        Files.writeString(home.resolve("etc/crontab"), "0 2 * * * shop shop-job charge-subscriptions\n");
        return home;
    }

    /** @param words options of Java, and then the arguments of the program */
    private Process start(Path home, String... words) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Dlogback.configurationFile=store/logback-store.xml"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        int options = words[0].startsWith("-D") ? 1 : 0;
        command.addAll(List.of(words).subList(0, options));
        command.add(HostMain.class.getName());
        command.addAll(List.of(words).subList(options, words.length));
        Process process = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("app.log").toFile())
                .start();
        started.add(process);
        return process;
    }

    private static int exitCode(Process process) throws InterruptedException {
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    private static Settings settings() {
        return new Settings(Map.of());
    }

    private static Endpoint freeAddress() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return new Endpoint("127.0.0.1", socket.getLocalPort());
        }
    }

    private static String get(String url) throws IOException {
        try (InputStream body = URI.create(url).toURL().openStream()) {
            return new String(body.readAllBytes(), UTF_8);
        }
    }
}
