package org.stackparity.suite.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stackparity.suite.trial.Contracts.contract;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.stackparity.environment.Contract;
import org.stackparity.model.Role;
import org.stackparity.suite.junit.NotObservedException;
import org.stackparity.suite.junit.Recorder;
import org.stackparity.suite.junit.Recordings;
import org.stackparity.suite.trial.TinyStack;

class SeenPageTest {
    private final TinyStack primary = new TinyStack(Role.PRIMARY, 1);
    private final TinyStack failover = new TinyStack(Role.FAILOVER, 1);
    private final Masking masking = new Masking(
            new Estates(primary.environment(), failover.environment()),
            new DeclaredMasks(contract().build()));
    private final Recordings recordings = new Recordings();

    @AfterEach
    void stop() {
        primary.close();
        failover.close();
    }

    @Test
    void recordsALongPageToItsEnd() {
        record("<main>" + "<p>four words and more</p>".repeat(20_000) + "<p>the end</p></main>");

        assertThat(recordings.values().get("text")).hasSizeGreaterThan(400_000).endsWith("\tthe end");
    }

    @Test
    void hasNotSeenAPageWhoseTextIsTooLong() {
        String line = "<p>four words and more</p>";
        assertThatThrownBy(() -> record("<main>" + line.repeat(Recorder.LONGEST_VALUE / 20) + "</main>"))
                .isInstanceOf(NotObservedException.class)
                .hasMessageStartingWith("The lines at [text] have [");
    }

    @Test
    void hasNotSeenAPageWhoseStructureIsTooLong() {
        String link = "<a href=/products/a-rather-long-name></a>";
        assertThatThrownBy(() -> record("<main>x" + link.repeat(Recorder.LONGEST_VALUE / 30) + "</main>"))
                .isInstanceOf(NotObservedException.class)
                .hasMessageStartingWith("The lines at [structure] have [");
    }

    @Test
    void hidesAllThatAPrivateElementSays() {
        Contract contract = contract()
                .privateValues("css:.birthday", "css:#mail", "css:.customer")
                .build();
        record(
                """
                <main><time class=birthday datetime=1815-12-10>born in winter</time>
                <input id=mail placeholder=Lovelace aria-description=Countess>
                <div class=customer><input name=who value=Ada><a href=/ada></a></div> and what anybody may read</main>
                """,
                "text/html",
                new Masking(new Estates(primary.environment(), failover.environment()), new DeclaredMasks(contract)));

        assertThat(recordings.values().toString())
                .contains("and what anybody may read", "input name=who")
                .doesNotContain("1815", "winter", "Lovelace", "Countess", "Ada", "/ada");
    }

    @Test
    void hidesWhatIsPrivateInAPageThatIsJson() {
        Contract contract = contract().privateValues("json:/customer/*").build();
        record(
                "{\"customer\": {\"name\": \"Ada\"}, \"n\": 1}",
                "application/json",
                new Masking(new Estates(primary.environment(), failover.environment()), new DeclaredMasks(contract)));

        assertThat(recordings.values().get("text"))
                .containsPattern("\"name\" : \"«[0-9a-f]{12}:Aa»\"")
                .contains("\"n\" : 1")
                .doesNotContain("Ada");
    }

    private void record(String html) {
        record(html, "text/html", masking);
    }

    private void record(String body, String type, Masking masking) {
        Answer answer = new Answer(
                Ask.get("/"),
                200,
                List.of(new Answer.Header("Content-Type", type)),
                new Answer.Body(body.getBytes(StandardCharsets.UTF_8), false));
        SeenPage.of(answer, masking).record(masking, recordings.recorder());
    }
}
