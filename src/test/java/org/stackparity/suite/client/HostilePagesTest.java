package org.stackparity.suite.client;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.stackparity.suite.trial.Contracts.contract;
import static org.stackparity.suite.trial.Effort.filled;

import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stackparity.model.Role;
import org.stackparity.suite.junit.Recordings;
import org.stackparity.suite.trial.Effort;
import org.stackparity.suite.trial.TinyStack;
import tools.jackson.databind.node.StringNode;

/** A page of half a million characters costs about the same whatever it says. */
@Timeout(value = 60, unit = SECONDS, threadMode = ThreadMode.SEPARATE_THREAD)
class HostilePagesTest {
    private final TinyStack primary = new TinyStack(Role.PRIMARY, 1);
    private final TinyStack failover = new TinyStack(Role.FAILOVER, 1);
    private final Masking masking = new Masking(
            new Estates(primary.environment(), failover.environment()),
            new DeclaredMasks(contract().build()));

    @AfterEach
    void stop() {
        primary.close();
        failover.close();
    }

    static Stream<Named<String>> texts() {
        return Stream.of(
                Named.of("e-mail: letters without an address", filled("@ ", "a", "")),
                Named.of("e-mail: letters before an @", filled("", "a", "@")),
                Named.of("e-mail: letters behind an @", filled("x@", "a", "")),
                Named.of("e-mail: labels behind an @", filled("x@a", ".a", "")),
                Named.of("e-mail: no address", filled("", "a@", "")),
                Named.of("signed token: beginnings", filled("", "eyJ", "")),
                Named.of("signed token: beginnings and a dot", filled("", "eyJ", ".")),
                Named.of("signed token: parts", filled("", "eyJaaaaaaaa.", "")),
                Named.of("parameter: names without a value", filled("?", "token", "")),
                Named.of("parameter: letters", filled("?", "a", "")),
                Named.of("parameter: a value", filled("?token=", "a", "")),
                Named.of("login: beginnings", filled("@ ", "://", "")),
                Named.of("login: beginnings with a colon", filled("@ ", "://%:b", "")),
                Named.of("login: escaped beginnings", filled("@ ", ":\\/\\/%:b/", "")),
                Named.of("login: letters", filled("@ ://", "a", "")),
                Named.of("login: letters behind a colon", filled("@ ://:", "a/", "")),
                Named.of("host: labels", filled("", "a.", "")),
                Named.of("host: labels before a number", filled("", "a.", "1")),
                Named.of("host: letters of a url", filled("//", "a", ".1")),
                Named.of("host: numbers", filled("", "1.", "")),
                Named.of("host: an own label", filled("arizona.", "a.", "internal")),
                Named.of("card: digits with blanks", filled("", "4 ", "")),
                Named.of("card: digits", filled("", "4", "")),
                Named.of("iban: groups", filled("", "DE00 ", "")),
                Named.of("iban: capitals", filled("", "A", "")),
                Named.of("path of a sign-in", filled("", "/log", "")),
                Named.of("blanks", filled("", " ", "x")),
                Named.of("number", filled("", "1", "x")));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void masksIt(String text) {
        Effort.requireLessThan(Effort.MOST, () -> masking.mask(text));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void looksForTheOtherStackInIt(String text) {
        Effort.requireLessThan(Effort.MOST, () -> masking.foreign(text));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void foldsAndRecordsIt(String text) {
        Effort.requireLessThan(Effort.MOST, () -> {
            PageLines.fold(text);
            Sight.isSignIn(text);
            PersonalData.fingerprint(text);
            JsonLeaves.below("", text);
            JsonLeaves.scalar(StringNode.valueOf(text));
        });
    }

    @ParameterizedTest
    @MethodSource("texts")
    void takesItForAKeyOfTheConfiguration(String text) {
        Effort.requireLessThan(
                Effort.MOST,
                () -> new JsonLeaves(masking)
                        .record(
                                Json.parse("{\"a\": [{\"id\": " + StringNode.valueOf(text) + "}]}"),
                                "",
                                new Recordings().recorder()));
    }
}
