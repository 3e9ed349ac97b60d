package io.authsvcs.local.command;

import io.authsvcs.local.ClusterStatus;
import io.authsvcs.local.ProcessStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.databind.json.JsonMapper;

/** The status as scripts read it. Names and order stay; more may come. */
record StatusJson(
        Optional<String> gateway,
        Optional<String> database,
        String mail,
        Optional<String> metrics,
        Map<String, Optional<String>> settings,
        List<Row> processes,
        List<String> gateways) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    record Row(
            String name,
            String kind,
            OptionalLong pid,
            int port,
            String state,
            Optional<String> registryState,
            Optional<String> gatewayState,
            OptionalLong memoryBytes,
            Map<String, Optional<String>> registryStates,
            Map<String, Optional<String>> gatewayStates) {

        static Row of(ProcessStatus status) {
            return new Row(
                    status.name(),
                    status.kind().word(),
                    status.pid(),
                    status.port(),
                    status.state().word(),
                    status.registryState(),
                    status.gatewayState(),
                    status.memoryBytes(),
                    status.registryViews().states(),
                    status.gatewayViews().states());
        }
    }

    static String of(ClusterStatus status) {
        StatusJson json = new StatusJson(
                status.gateway().map(String::valueOf),
                status.database(),
                status.mail().toString(),
                status.metrics().stream().findFirst().map(String::valueOf),
                status.settings().shown(),
                status.processes().stream().map(Row::of).toList(),
                status.gateways().stream().map(String::valueOf).toList());
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json);
    }
}
