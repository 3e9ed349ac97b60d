package io.authsvcs.auth.contract;

import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import io.authsvcs.auth.api.TestApi;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** The ways in which a session comes to its end before its time. */
enum TestEnd {
    CANONICAL_LOGOUT(false) {
        @Override
        ResponseSpec of(TestCredential credential, TestApi api, TestCredential administrator, String partner) {
            return credential.call(api, POST, "/v1/auth/logout").exchange();
        }
    },
    DELETED_SESSION(false) {
        @Override
        ResponseSpec of(TestCredential credential, TestApi api, TestCredential administrator, String partner) {
            String session = credential.validate(api).get("sessionID").stringValue();
            return credential.call(api, DELETE, "/v1/auth/sessions/" + session).exchange();
        }
    },
    AUTHORIZATION_LOGOUT(false) {
        @Override
        ResponseSpec of(TestCredential credential, TestApi api, TestCredential administrator, String partner) {
            return credential.call(api, GET, "/api/authorization/logout").exchange();
        }
    },
    REVOKED_TOKEN(false) {
        @Override
        ResponseSpec of(TestCredential credential, TestApi api, TestCredential administrator, String partner) {
            return TestCredential.bearer(partner)
                    .call(api, POST, "/oauth2/revoke")
                    .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                    .bodyValue("token=" + credential.text())
                    .exchange();
        }
    },
    ALL_OWN_SESSIONS(true) {
        @Override
        ResponseSpec of(TestCredential credential, TestApi api, TestCredential administrator, String partner) {
            return credential.call(api, DELETE, "/v1/auth/sessions").exchange();
        }
    },
    ALL_SESSIONS_BY_AN_ADMINISTRATOR(true) {
        @Override
        ResponseSpec of(TestCredential credential, TestApi api, TestCredential administrator, String partner) {
            return administrator
                    .call(api, DELETE, userOf(credential, api) + "/sessions")
                    .exchange();
        }
    },
    DISABLED_BY_AN_ADMINISTRATOR(true) {
        @Override
        ResponseSpec of(TestCredential credential, TestApi api, TestCredential administrator, String partner) {
            return administrator
                    .call(api, POST, userOf(credential, api) + "/disable")
                    .exchange();
        }
    };

    private final boolean endsAll;

    TestEnd(boolean endsAll) {
        this.endsAll = endsAll;
    }

    /** Whether every other session of the same user ends as well. */
    boolean endsAll() {
        return endsAll;
    }

    abstract ResponseSpec of(TestCredential credential, TestApi api, TestCredential administrator, String partner);

    private static String userOf(TestCredential credential, TestApi api) {
        return "/v1/admin/users/" + credential.validate(api).get("userID").stringValue();
    }
}
