package io.authsvcs.local.attack;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.authsvcs.local.http.Question;
import io.authsvcs.local.http.Stranger;
import java.util.Base64;
import java.util.List;

/** What somebody tells the registry who wants to be taken for an instance. */
record Registration(Stranger stranger) {
    private static final String APPLICATION = "/eureka/apps/AUTH-SVCS";

    /** The status that was answered. */
    int of(int port, String password) {
        String entry = """
                {"instance": {
                  "instanceId": "%s", "app": "AUTH-SVCS", "hostName": "127.0.0.1", "ipAddr": "127.0.0.1",
                  "status": "UP", "port": {"$": %d, "@enabled": "true"}, "vipAddress": "auth-svcs",
                  "dataCenterInfo": {
                    "@class": "com.netflix.appinfo.InstanceInfo$DefaultDataCenterInfo", "name": "MyOwn"},
                  "leaseInfo": {"renewalIntervalInSecs": 1, "durationInSecs": 1800}}}
                """.formatted(Impostor.ID, port);
        return stranger.ask(question("POST", APPLICATION, password, entry)).status();
    }

    int cancel(String password) {
        return stranger.ask(question("DELETE", APPLICATION + "/" + Impostor.ID, password, ""))
                .status();
    }

    private static Question question(String method, String path, String password, String body) {
        String credentials = Base64.getEncoder().encodeToString(("auth-svcs:" + password).getBytes(UTF_8));
        return new Question(
                method, path, List.of("Content-Type: application/json", "Authorization: Basic " + credentials), body);
    }
}
