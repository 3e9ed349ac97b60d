package io.authsvcs.local.attack;

import io.authsvcs.local.http.Answer;
import io.authsvcs.local.http.Question;
import io.authsvcs.local.http.Witness;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Every secret that a run has used: whatever went over the wire by the name of one. */
public final class Vault implements Witness {
    /** What is shorter may be anywhere by chance. */
    static final int SHORTEST = 12;

    private static final Pattern FIELD = Pattern.compile(
            "\"(?:[a-zA-Z]*[pP]assword\\d?|token|refreshToken|activationToken|resetToken|user_token)\"\\s*:\\s*\"([^\"\\\\]+)\"");
    private static final Pattern FORM_FIELD = Pattern.compile("(?:^|&)(?:password|token)=([^&\\s]+)");
    private static final Pattern CREDENTIAL = Pattern.compile(
            "(?i)^authori[sz]ation:\\s*(?:(?:bearer|token|basic)\\s+)?([^\\s,]+)(?:,\\s*user\\s+(\\S+))?");
    private static final Pattern COOKIE = Pattern.compile("(?i)^(?:set-)?cookie:\\s*[^=]+=\"?([^;\"]+)");

    private final Set<String> secrets = ConcurrentHashMap.newKeySet();

    @Override
    public void saw(Question question, Answer answer) {
        keepFound(FIELD, question.body());
        keepFound(FORM_FIELD, question.body());
        question.headers().forEach(this::keepFoundInHeader);
        keepFound(FIELD, answer.body());
        answer.headers().forEach(this::keepFoundInHeader);
    }

    public void keep(String secret) {
        if (secret.length() >= SHORTEST) {
            secrets.add(secret);
        }
    }

    Set<String> secrets() {
        return Set.copyOf(secrets);
    }

    private void keepFoundInHeader(String line) {
        keepFound(CREDENTIAL, line);
        keepFound(COOKIE, line);
    }

    private void keepFound(Pattern pattern, String text) {
        pattern.matcher(text).results().forEach(this::keepGroups);
    }

    private void keepGroups(MatchResult found) {
        for (int group = 1; group <= found.groupCount(); group++) {
            if (found.start(group) >= 0) {
                keep(found.group(group));
            }
        }
    }

    /** None of them. */
    @Override
    public String toString() {
        return "Vault of " + secrets.size();
    }
}
