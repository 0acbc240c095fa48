package org.stackparity.suite.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stackparity.suite.trial.Contracts.contract;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stackparity.environment.Endpoint;
import org.stackparity.environment.Environment;
import org.stackparity.environment.Network;
import org.stackparity.model.Role;

class MaskingTest {
    private final Environment dallas = environment("dallas", Role.PRIMARY, "10.1.0", 18010);
    private final Environment arizona = environment("arizona", Role.FAILOVER, "10.2.0", 18210);
    private final Masking masking = masking(arizona, dallas);

    @ParameterizedTest
    @CsvSource({
        "https://shop.example.com/cart,            https://«own-host»/cart",
        "https://shop.example.com:443/,            https://«own-host»/",
        "http://SHOP.example.com:80/,              http://«own-host»/",
        "http://shop.example.com:8080/,            http://«own-internal»/",
        "served by 10.2.0.77.,                     served by «own-internal».",
        "http://10.2.0.11:8080/about,              http://«own-internal»/about",
        "http://127.0.0.1:18210/about,             http://«own-internal»/about",
        "web1.arizona.internal answers,            «own-internal» answers",
        "arizona-web1.example.com answers,         «own-internal» answers",
        "http://arizona/x,                         http://«own-internal»/x",
        "//dallas-assets.cdn.example/a.css,        //dallas-assets.cdn.example/a.css",
        "//arizona.cdn.example.net/a.css,          //arizona.cdn.example.net/a.css",
        "dallas.com and arizona.co.uk,             dallas.com and arizona.co.uk",
        "node web1 and web2-blue,                  node «node» and web2-blue",
        "Shipping to Arizona and Dallas,           Shipping to Arizona and Dallas",
        "cdn.example.net and www.shop.example.com, cdn.example.net and www.shop.example.com",
        "version 1.2.3 of 10.3.0.1,                version 1.2.3 of 10.3.0.1",
        "img-src *.shop.example.com data:,         img-src *.«own-host» data:",
        "a.shop.example.com and ..shop.min.js,     a.shop.example.com and ..shop.min.js",
    })
    void replacesOwnHostsAndNodeNames(String text, String masked) {
        assertThat(masking.mask(text)).isEqualTo(masked);
        assertThat(masking.foreign(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "http://10.1.0.5:8080/x,           10.1.0.5:8080",
        "see web1.dallas.internal now,     web1.dallas.internal",
        "see dallas-web1.example.com now,  dallas-web1.example.com",
        "see old.dallas.example.com now,   old.dallas.example.com",
        "http://dallas/x,                  dallas",
        "127.0.0.1:18010,                  127.0.0.1:18010",
        "for .web1.dallas.internal only,   web1.dallas.internal",
        "img-src *.dallas.example.com,     dallas.example.com",
    })
    void tellsHostsOfTheOtherStack(String text, String foreign) {
        assertThat(masking.foreign(text)).containsExactly(foreign);
        assertThat(masking.mask(text)).contains("«own-host»").doesNotContain(foreign);
    }

    @Test
    void leavesNumbersThatNodesAreNamedBy() {
        Environment numbered = environment("arizona", Role.FAILOVER, "10.2.0", 18210, "1");

        assertThat(masking(numbered, dallas).mask("1 of 1.99")).isEqualTo("1 of 1.99");
    }

    @Test
    void tellsStacksOnOneAddressByTheirPorts() {
        assertThat(masking.foreign("127.0.0.1:18210")).isEmpty();
        assertThat(masking.foreign("127.0.0.1:18010")).isNotEmpty();
    }

    @Test
    void hidesPersonalDataAndKeepsEqualValuesEqual() {
        String masked = masking.mask("ada@customer.test pays 4242 4242 4242 4242 from DE89 3704 0044 0532 0130 00");

        assertThat(masked)
                .doesNotContain("ada@")
                .doesNotContain("4242")
                .doesNotContain("3704")
                .containsPattern("«[0-9a-f]{12}:email» pays «[0-9a-f]{12}:card» from «[0-9a-f]{12}:iban»");
        assertThat(masking.mask("ada@customer.test")).isEqualTo(masking.mask("ada@customer.test"));
        assertThat(masking.mask("ada@customer.test")).isNotEqualTo(masking.mask("bilal@customer.test"));
    }

    @Test
    void hidesWhatGivesAccess() {
        String signed = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.c2lnbmF0dXJl";

        assertThat(masking.mask("/back?lang=de&session_token=s3cr3t&step=2"))
                .matches("/back\\?lang=de&session_token=«[0-9a-f]{12}:token»&step=2");
        assertThat(masking.mask("Bearer " + signed)).matches("Bearer «[0-9a-f]{12}:token»");
        assertThat(Ask.get("/cb?code=90125")).hasToString("GET " + PersonalData.mask("/cb?code=90125"));
        assertThat(Ask.get("/cb?code=90125").toString()).doesNotContain("90125");
    }

    @ParameterizedTest
    @CsvSource({
        "redis://:hunter2@redis:6379/0,                      redis://LOGIN@redis:6379/0",
        "https://ghp_hunter2@github.com/x,                   https://LOGIN@github.com/x",
        "redis://:hun/ter2@host,                             redis://LOGIN@host",
        "redis://app:hun/ter2@host/0,                        redis://LOGIN@host/0",
        "redis://app:hun@ter2@host/0?x=@y,                   redis://LOGIN@host/0?x=@y",
        "redis://app:hun/t@er2@host/a@b,                     redis://LOGIN@host/a@b",
        "https://me@customer.test:hunter2@host.test/,        https://LOGIN@host.test/",
        "redis:\\/\\/:hunter2@redis:6379,                    redis:\\/\\/LOGIN@redis:6379",
        "postgres://app:hunter2@db.arizona.internal/shop,    postgres://LOGIN@«own-internal»/shop",
        "amqp://app:hunter2@10.2.0.7:5672/,                  amqp://LOGIN@«own-internal»/",
        "http://app:hunter2@arizona/,                        http://LOGIN@«own-internal»/",
        "amqp://a:hunter2@b.test amqp://c:hunter3@d.test,    amqp://LOGIN@b.test amqp://LOGIN@d.test",
    })
    void hidesTheLoginOfAUrlAndNotItsHost(String text, String masked) {
        String word = "«[0-9a-f]{12}:login»";
        assertThat(masking.mask(text).replaceAll(word, "LOGIN")).isEqualTo(masked);
        assertThat(masking.mask(masking.mask(text))).as("masked twice").isEqualTo(masking.mask(text));
        assertThat(PersonalData.mask(text)).containsPattern(word).doesNotContain("hun", "ter2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://unpkg.com/vue@3",
                "https://fonts.example/css2?family=Roboto:wght@400",
                "https://cdn.example:8080/a@b",
                "http://[::1]:8080/a@b",
                "app://@ada",
                "https://cdn.example and 3 @ home"
            })
    void leavesUrlsWithoutALogin(String text) {
        assertThat(masking.mask(text)).isEqualTo(text);
    }

    @Test
    void equalLoginsOfBothStacksAreEqualAndOthersAreNot() {
        Masking ofDallas = masking(dallas, arizona);
        String here = masking.mask("postgres://app:hunter2@db.arizona.internal/shop");

        assertThat(ofDallas.mask("postgres://app:hunter2@db.dallas.internal/shop"))
                .isEqualTo(here);
        assertThat(ofDallas.mask("postgres://app:hunter3@db.dallas.internal/shop"))
                .isNotEqualTo(here);
    }

    @Test
    void tellsAHostOfTheOtherStackBehindALogin() {
        assertThat(masking.foreign("postgres://app:hunter2.dallas.internal@db.dallas.internal:5432/shop"))
                .containsExactly("db.dallas.internal:5432");
    }

    @Test
    void anAskDoesNotSayTheLoginOfItsUrl() {
        assertThat(Ask.getDeclared("https://app:hunter2@shop.example.com/x").toString())
                .matches("GET https://«[0-9a-f]{12}:login»@shop.example.com/x");
    }

    @Test
    void hidesEachOfTwoAddressesWithoutABlankBetween() {
        assertThat(PersonalData.mask("ada@customer.test+bilal@customer.test")).doesNotContain("@");
        assertThat(PersonalData.mask("x-eyJhbGciOiJI.eyJzdWIiOiIx.c2ln")).matches("x-«[0-9a-f]{12}:token»");
    }

    @Test
    void leavesNumbersThatAreNoCards() {
        assertThat(masking.mask("order 4242424242424243, 1,234,567.89"))
                .isEqualTo("order 4242424242424243, 1,234,567.89");
    }

    @Test
    void saysTheShapeOfPrivateValuesOnly() {
        assertThat(PersonalData.fingerprint("Ada Lindqvist 42")).matches("«[0-9a-f]{12}:Aa Aa 9»");
    }

    private static Environment environment(String name, Role role, String net, int port) {
        return environment(name, role, net, port, "web1");
    }

    private static Environment environment(String name, Role role, String net, int port, String node) {
        return new Environment(
                name,
                role,
                new Environment.Web(
                        "https://shop.example.com",
                        Optional.of(new Endpoint("127.0.0.1", port)),
                        List.of(new Environment.Node(node, net + ".11", Optional.empty(), true)),
                        Environment.Limits.DEFAULT,
                        Map.of(),
                        List.of()),
                Network.find(net + ".0/16").stream().toList(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Environment.Standby.ACTIVE,
                false);
    }

    private static Masking masking(Environment own, Environment other) {
        return new Masking(new Estates(own, other), new DeclaredMasks(contract().build()));
    }
}
