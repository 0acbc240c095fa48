package org.stackparity.suite.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.stackparity.suite.trial.Contracts.contract;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.stackparity.environment.Contract;
import org.stackparity.model.Role;
import org.stackparity.suite.junit.Recordings;
import org.stackparity.suite.trial.TinyStack;
import tools.jackson.core.JacksonException;

class JsonLeavesTest {
    private final TinyStack primary = new TinyStack(Role.PRIMARY, 1);
    private final TinyStack failover = new TinyStack(Role.FAILOVER, 1);
    private final Recordings recordings = new Recordings();

    @AfterEach
    void stop() {
        primary.close();
        failover.close();
    }

    @Test
    void keysArraysByTheDeclaredField() {
        record("{\"items\": [{\"code\": 1, \"ean\": \"b\"}, {\"code\": 2, \"ean\": \"a\"}]}", Map.of("/items", "ean"));

        assertThat(recordings.values())
                .containsExactly(
                        entry("items[ean=a].code", "2"),
                        entry("items[ean=a].ean", "a"),
                        entry("items[ean=b].code", "1"),
                        entry("items[ean=b].ean", "b"));
    }

    @Test
    void findsAKeyThatIsUniqueAndElseKeepsTheOrder() {
        record("{\"a\": [{\"id\": 7, \"sku\": \"x\"}, {\"id\": 7, \"sku\": \"y\"}], \"b\": [\"q\", \"q\"]}", Map.of());

        assertThat(recordings.values())
                .containsKeys("a[sku=x].id", "a[sku=y].id")
                .containsEntry("b[0]", "q")
                .containsEntry("b[1]", "q");
    }

    @Test
    void saysWhereADeclaredKeyIsNotUnique() {
        record("[{\"ean\": \"a\", \"n\": 1}, {\"ean\": \"a\", \"n\": 2}]", Map.of("", "ean"));

        assertThat(recordings.faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.kind()).isEqualTo("duplicate-key"));
        assertThat(recordings.values()).containsKeys("[ean=a].n", "[ean=a#1].n");
    }

    @Test
    void keepsNumbersAsWrittenAndTypesApart() {
        record(
                "{\"a\": 12.50, \"b\": \"12.50\", \"c\": null, \"d\": \"null\", \"e\": {}, \"f\": true, \"g\": \"\\u00a0\"}",
                Map.of());

        assertThat(recordings.values())
                .containsExactly(
                        entry("a", "12.50"),
                        entry("b", "\"12.50\""),
                        entry("c", "null"),
                        entry("d", "\"null\""),
                        entry("e", "{}"),
                        entry("f", "true"),
                        entry("g", "\u00a0"));
    }

    @Test
    void masksIdentityAndPrivateValues() {
        Contract.ApiCall call = new Contract.ApiCall("/list", Map.of(), List.of("/list/*/at"));
        Contract contract = contract()
                .identity("json:/node")
                .privateValues("json:/customer/*")
                .api(call)
                .build();
        new JsonLeaves(masking(contract), call)
                .record(
                        Json.parse(
                                "{\"node\": {\"n\": 1}, \"customer\": {\"name\": \"Ada\"}, \"list\": [{\"at\": 5}]}"),
                        "body",
                        recordings.recorder());

        assertThat(recordings.values())
                .containsEntry("body.node", "«identity»")
                .containsEntry("body.list[0].at", "«identity»")
                .hasEntrySatisfying(
                        "body.customer.name", value -> assertThat(value).matches("«[0-9a-f]{12}:Aa»"));
    }

    /** An id that differs by nature would make of each element one that only one stack has. */
    @Test
    void tellsElementsOfAnArrayByNoKeyThatDiffersByNature() {
        Contract contract = contract().identity("json:/orders/*/id").build();
        new JsonLeaves(masking(contract))
                .record(
                        Json.parse("{\"orders\": [{\"id\": 7, \"sku\": \"A\"}, {\"id\": 9, \"sku\": \"B\"}]}"),
                        "",
                        recordings.recorder());

        assertThat(recordings.values())
                .containsOnly(
                        entry("orders[sku=A].id", "«identity»"),
                        entry("orders[sku=A].sku", "A"),
                        entry("orders[sku=B].id", "«identity»"),
                        entry("orders[sku=B].sku", "B"));
    }

    @Test
    void hasNothingPrivateInItsPaths() {
        Contract contract = contract().privateValues("json:/guests/*/name").build();
        new JsonLeaves(masking(contract))
                .record(
                        Json.parse("{\"guests\": [{\"name\": \"Ada Lindqvist\", \"n\": 1}],"
                                + " \"users\": [{\"id\": \"ada@customer.test\"}], \"by\": {\"ada@customer.test\": 2}}"),
                        "",
                        recordings.recorder());

        assertThat(recordings.values()).hasSize(4);
        assertThat(JsonShape.of(Json.parse("{\"ada@customer.test\": 2}")).toString())
                .doesNotContain("ada@");
        assertThat(recordings.values().toString())
                .containsPattern("guests\\[name=\"«[0-9a-f]{12}:Aa Aa»\"]\\.n=1")
                .containsPattern("users\\[id=«[0-9a-f]{12}:email»]")
                .containsPattern("by\\.?\\S*«[0-9a-f]{12}:email»\\S*=2")
                .doesNotContain("Ada", "ada@");
    }

    @Test
    void quotesNamesThatWouldBeAmbiguous() {
        record("{\"a.b\": {\"c d\": 1}}", Map.of());

        assertThat(recordings.values()).containsExactly(entry("[\"a.b\"][\"c d\"]", "1"));
    }

    @Test
    void refusesAKeyThatIsSaidTwice() {
        assertThatThrownBy(() -> Json.parse("{\"a\": 1, \"a\": 2}")).isInstanceOf(JacksonException.class);
    }

    private void record(String json, Map<String, String> arrays) {
        Contract.ApiCall call = new Contract.ApiCall("/api", arrays, List.of());
        new JsonLeaves(masking(contract().api(call).build()), call).record(Json.parse(json), "", recordings.recorder());
    }

    private Masking masking(Contract contract) {
        return new Masking(new Estates(primary.environment(), failover.environment()), new DeclaredMasks(contract));
    }
}
