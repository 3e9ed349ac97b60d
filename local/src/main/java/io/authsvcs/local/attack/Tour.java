package io.authsvcs.local.attack;

import io.authsvcs.local.administration.PartnerToken;
import io.authsvcs.local.http.Answer;
import io.authsvcs.local.http.Question;
import io.authsvcs.local.http.Stranger;
import io.authsvcs.local.nemesis.Mailbox;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Somebody's day, in which every kind of secret is used, and every call that takes or gives one. */
final class Tour {
    private final Scene scene;
    private final Stranger stranger;
    private final PartnerToken partner;
    private final Person person = Person.any();

    private Tour(Scene scene, Stranger stranger, PartnerToken partner) {
        this.scene = scene;
        this.stranger = stranger;
        this.partner = partner;
    }

    /** How many calls were answered as whoever does nothing wrong is. */
    static long make(Scene scene, Stranger stranger, PartnerToken partner) {
        Tour tour = new Tour(scene, stranger, partner);
        return List.of(tour.canonical(), tour.contracts(), tour.machines(), tour.forgotten()).stream()
                .flatMap(List::stream)
                .filter(Answer::isDone)
                .count();
    }

    private List<Answer> canonical() {
        Answer registered = ask(person.registration());
        Answer wrong = ask(person.guessedAt().login());
        Answer in = ask(person.login().with("Cookie: auth_device=" + "A".repeat(60)));
        String token = in.text("/result/token");
        return List.of(
                registered,
                wrong,
                in,
                ask(Question.get("/v1/auth/validate").bearing(token)),
                ask(Question.get("/v1/auth/validate/" + token)),
                ask(Question.post("/v1/auth/validate", Map.of("token", token))),
                ask(Question.post("/v1/auth/validate/batch", Map.of("tokens", List.of(token)))),
                ask(Question.get("/v1/auth/me").bearing(token)),
                ask(Question.get("/v1/auth/me?token=" + token).bearing(token)),
                ask(Question.post("/v1/auth/refresh", Map.of("refreshToken", in.text("/result/refreshToken")))),
                ask(Question.post(
                        "/v1/auth/refresh", Map.of("refreshToken", registered.text("/result/refreshToken") + "x"))),
                ask(form(
                        "/v1/auth/login",
                        "email=" + encoded(person.email()) + "&password=" + encoded(person.password()))),
                ask(new Question(
                        "POST",
                        "/v1/auth/login",
                        List.of("Content-Type: application/json"),
                        "{\"email\":\"" + person.email() + "\",\"password\":\"" + person.password() + "\"")),
                ask(Question.post("/v1/auth/logout", Map.of()).bearing(token)),
                ask(Question.get("/v1/auth/validate").bearing(token + "x")));
    }

    private List<Answer> contracts() {
        Person other = Person.any();
        Answer slide = ask(Question.post(
                "/auth/register/",
                Map.of(
                        "first_name",
                        "Ann",
                        "last_name",
                        "Lee",
                        "email",
                        other.email(),
                        "mobile_number",
                        "+1805" + (3_000_000 + Math.floorMod(UUID.randomUUID().hashCode(), 6_000_000)),
                        "password1",
                        other.password(),
                        "password2",
                        other.password())));
        Answer altegio = ask(Question.post("/auth", Map.of("login", person.email(), "password", person.password()))
                .bearing(partner.token()));
        String userToken = altegio.text("/data/user_token");
        Answer cookie = ask(Question.post(
                "/api/authorization/login", Map.of("email", person.email(), "password", person.password())));
        String session = cookie.cookie("auth_session").orElse("");
        Map<String, String> next = Map.of("newPassword", other.password(), "confirmPassword", other.password());
        return List.of(
                slide,
                altegio,
                cookie,
                ask(Question.get("/user/").with("Authorization: Token " + slide.text("/data/token"))),
                ask(Question.post("/auth/login", Map.of("email", person.email(), "password", person.password()))),
                ask(Question.get("/v1/auth/validate")
                        .with("Authorization: Bearer " + partner.token() + ", User " + userToken)),
                ask(Question.get("/api/authorization").with("Cookie: auth_session=" + session)),
                ask(Question.put("/api/authorization/password", next).with("Cookie: auth_session=" + session)));
    }

    private List<Answer> machines() {
        String token = ask(Person.any().registration()).text("/result/token");
        String basic = Base64.getEncoder()
                .encodeToString((partner.id() + ":" + partner.token()).getBytes(StandardCharsets.UTF_8));
        return List.of(
                ask(form("/oauth2/introspect", "token=" + token).with("Authorization: Basic " + basic)),
                ask(form("/oauth2/introspect", "token=" + token).bearing(partner.token())),
                ask(form("/oauth2/revoke", "token=" + token).bearing(partner.token())));
    }

    private List<Answer> forgotten() {
        Person other = Person.any();
        Answer registered = ask(other.registration());
        Answer forgot = ask(Question.post("/v1/auth/password/forgot", Map.of("email", other.email())));
        String code = new Mailbox(scene.cluster().mail()).awaitCode(other.email());
        Answer changed = ask(Question.put(
                        "/v1/auth/password",
                        Map.of(
                                "currentPassword",
                                other.password(),
                                "newPassword",
                                person.guessedAt().password()))
                .bearing(registered.text("/result/token")));
        return List.of(
                registered,
                forgot,
                changed,
                ask(Question.post("/v1/auth/activate", Map.of("activationToken", code))),
                ask(Question.post(
                        "/v1/auth/password/reset",
                        Map.of(
                                "resetToken",
                                code,
                                "newPassword",
                                other.guessedAt().password()))));
    }

    private Answer ask(Question question) {
        return stranger.ask(question);
    }

    private static Question form(String path, String body) {
        return new Question("POST", path, List.of("Content-Type: application/x-www-form-urlencoded"), body);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
