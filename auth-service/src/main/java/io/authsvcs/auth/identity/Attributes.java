package io.authsvcs.auth.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import java.util.Optional;

/**
 * What single contracts show of somebody, and nothing else asks for; administrators set it.
 *
 * @param avatar the address of a picture (seed 000)
 * @param tagLine a motto (seed 004)
 * @param type a kind of user (seed 003)
 * @param objectId what a user has as {@code _id} who had one where they come from (seed 002)
 * @param belongsTo organisations (seed 002)
 * @param integrations services that are enabled (seed 002)
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Attributes(
        Optional<String> avatar,
        Optional<String> tagLine,
        Optional<String> type,
        Optional<String> objectId,
        @JsonSetter(nulls = Nulls.AS_EMPTY) List<Organisation> belongsTo,
        @JsonSetter(nulls = Nulls.AS_EMPTY) List<String> integrations) {
    public static final Attributes NONE = new Attributes(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of(), List.of());

    /** An organisation that somebody belongs to. */
    public record Organisation(String domain, String domainId) {}
}
