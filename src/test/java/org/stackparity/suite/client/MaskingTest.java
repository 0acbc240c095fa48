package org.stackparity.suite.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stackparity.environment.Endpoint;
import org.stackparity.environment.Environment;
import org.stackparity.environment.Network;
import org.stackparity.model.Role;

class MaskingTest {
    private final Environment dallas = environment("dallas", Role.PRIMARY, "10.1.0", 18010);
    private final Environment arizona = environment("arizona", Role.FAILOVER, "10.2.0", 18210);
    private final Masking masking = new Masking(new Estates(arizona, dallas));

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
    })
    void tellsHostsOfTheOtherStack(String text, String foreign) {
        assertThat(masking.foreign(text)).containsExactly(foreign);
        assertThat(masking.mask(text)).contains("«own-host»").doesNotContain(foreign);
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
        return new Environment(
                name,
                role,
                new Environment.Web(
                        "https://shop.example.com",
                        Optional.of(new Endpoint("127.0.0.1", port)),
                        List.of(new Environment.Node("web1", net + ".11", Optional.empty())),
                        Environment.Limits.DEFAULT,
                        Map.of()),
                Network.find(net + ".0/16").stream().toList(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Environment.Standby.ACTIVE,
                false);
    }
}
