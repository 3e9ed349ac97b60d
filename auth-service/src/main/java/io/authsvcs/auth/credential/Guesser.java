package io.authsvcs.auth.credential;

import com.nulabinc.zxcvbn.Feedback;
import com.nulabinc.zxcvbn.Strength;
import com.nulabinc.zxcvbn.Zxcvbn;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Guesses as those do who know what people choose (zxcvbn): words, names, dates, rows of keys, repetitions. */
@Component
class Guesser {
    // Its work grows by more than the square of a length, and what is longer is hard to guess already.
    private static final int LONGEST = 64;
    // Of many signs it tries what letters each may stand for, and all of that together: more than a second for 64 of
    // them.
    private static final int MANY_SIGNS = 6;
    private static final int LONGEST_OF_MANY_SIGNS = 20;

    private final Zxcvbn zxcvbn = new Zxcvbn();

    /**
     * What it thinks of a password.
     *
     * @param immediate whether a thousand guesses would do
     * @param advice sentences by which it would be better, without the last one's full stop; perhaps none
     */
    record Guess(boolean immediate, String advice) {}

    /** Takes milliseconds: nothing for an event loop. */
    Guess guess(Password password) {
        Strength strength = zxcvbn.measure(seen(password.text()));
        return new Guess(strength.getScore() == 0, advice(strength.getFeedback()));
    }

    /** What it looks at, for some hundredths of a second at most. */
    static String seen(String text) {
        String start = cut(text, LONGEST);
        long signs =
                start.chars().filter(c -> !Character.isLetter(c)).distinct().count();
        return signs > MANY_SIGNS ? cut(start, LONGEST_OF_MANY_SIGNS) : start;
    }

    private static String cut(String text, int longest) {
        return text.substring(0, Math.min(text.length(), longest));
    }

    private static String advice(Feedback feedback) {
        // The root's sentences are English, whatever this machine speaks.
        String sentences = String.join(" ", feedback.getSuggestions(Locale.ROOT));
        return sentences.endsWith(".") ? sentences.substring(0, sentences.length() - 1) : sentences;
    }
}
