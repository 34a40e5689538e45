package dev.blackstart.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.blackstart.people.SystemEntry;

class SystemNamesTest {

    private static SystemEntry entry(String key, List<String> hosts, List<String> aliases, boolean offLimits) {
        SystemEntry entry = new SystemEntry(key, key, Instant.EPOCH);
        entry.name(hosts, aliases);
        entry.putOffLimits(offLimits);
        return entry;
    }

    private static SystemNames names(String plan, SystemEntry... directory) {
        try {
            return new SystemNames(
                    new ObjectMapper().findAndRegisterModules().readValue(plan.replace('\'', '"'), PlanDocument.class),
                    List.of(directory));
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException(broken);
        }
    }

    @Test
    void hosts_ofPlanAndDirectory_together() {
        SystemNames names = names("{'systems': [{'key': 'orders-db', 'name': 'x', 'hosts': ['db-1'], 'aliases': ['shop-db']}]}",
                entry("shop-db", List.of("db-2", "db-1"), List.of(), false), entry("other", List.of("db-3"), List.of(), false));
        assertThat(names.hosts("orders-db")).containsExactly("db-1", "db-2");
        assertThat(names.hosts("nobody")).isEmpty();
    }

    @Test
    void offLimits_byAnyName() {
        SystemNames names = names(
                "{'offLimits': ['ledger'], 'systems': [{'key': 'orders-db', 'name': 'x', 'aliases': ['shop-db']}]}",
                entry("shop", List.of(), List.of("shop-db", "ledger"), false), entry("mail", List.of(), List.of("post"), true));
        assertThat(names.isOffLimits("orders-db")).isTrue();
        assertThat(names.isOffLimits("post")).isTrue();
        assertThat(names.isOffLimits("mail")).isTrue();
        assertThat(names.isOffLimits("stock")).isFalse();
    }

    @Test
    void offLimits_bySharedHost() {
        SystemNames names = names("{'systems': [{'key': 'orders-db', 'name': 'x', 'hosts': ['db-1']}]}",
                entry("ledger", List.of("db-1"), List.of(), true));
        assertThat(names.isOffLimits("orders-db")).isTrue();
    }
}
