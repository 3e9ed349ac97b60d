package io.authsvcs.auth.flow;

import io.authsvcs.auth.identity.Directory;
import io.authsvcs.auth.identity.Identities;
import io.authsvcs.auth.identity.Identity;
import io.authsvcs.auth.identity.Subject;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** An administrator looks for somebody, deleted ones included. */
@Component
public class FindUsers {
    private final Directory directory;
    private final Identities identities;

    FindUsers(Directory directory, Identities identities) {
        this.directory = directory;
        this.identities = identities;
    }

    public Mono<Directory.Page> find(Directory.Query query) {
        return directory.find(query);
    }

    public Mono<Identity> find(Subject user) {
        return identities.find(user);
    }
}
