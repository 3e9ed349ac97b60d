package io.authsvcs.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.authsvcs.common.GatheredTokens;
import io.authsvcs.common.Status;
import io.authsvcs.gateway.format.Answer;
import io.netty.util.concurrent.DefaultEventExecutor;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

@SuppressWarnings("FutureReturnValueIgnored") // Of some callers only the question matters.
class GatheringTest {
    private final DefaultEventExecutor loop = new DefaultEventExecutor();
    private final Instance instance = instance("one");
    private final Instance other = instance("other");
    private final List<Question> questions = new CopyOnWriteArrayList<>();
    private final Gathering gathering = new Gathering(loop, this::ask, Duration.ofHours(1));

    private record Question(Instance asked, List<String> tokens, Sinks.One<List<Answer>> answer) {
        void succeed() {
            answer.tryEmitValue(tokens.stream()
                            .map(token -> Answer.of(Status.OK, "{\"token\":\"" + token + "\"}"))
                            .toList())
                    .orThrow();
        }
    }

    @AfterEach
    void stop() {
        loop.shutdownGracefully(0, 0, TimeUnit.MILLISECONDS);
    }

    @Test
    void whoComesAloneIsAskedForAtOnce() {
        CompletableFuture<String> answer = find("a");

        asked(1).succeed();

        assertThat(answer.join()).isEqualTo("{\"token\":\"a\"}");
    }

    @Test
    void whoComesMeanwhileIsAskedForTogetherAndGetsTheirOwn() {
        CompletableFuture<String> first = find("a");
        Question alone = asked(1);
        List<CompletableFuture<String>> others = List.of(find("b"), find("c"), find("b"));
        settle();
        assertThat(questions).hasSize(1);

        alone.succeed();
        Question together = asked(2);
        together.succeed();

        assertThat(first.join()).contains("a");
        assertThat(together.tokens()).containsExactly("b", "c", "b");
        assertThat(others)
                .extracting(CompletableFuture::join)
                .containsExactly("{\"token\":\"b\"}", "{\"token\":\"c\"}", "{\"token\":\"b\"}");
    }

    @Test
    void aFailureIsOfThoseWhoWereAskedForTogether() {
        CompletableFuture<String> first = find("a");
        Question alone = asked(1);
        CompletableFuture<String> other = find("b");
        settle();

        alone.answer().tryEmitError(new IllegalStateException("lost")).orThrow();
        asked(2).succeed();

        assertThatThrownBy(first::join).isInstanceOf(CompletionException.class).hasRootCauseMessage("lost");
        assertThat(other.join()).contains("b");
    }

    @Test
    void whoHasLeftIsNotAskedFor() {
        find("a");
        Question alone = asked(1);
        CompletableFuture<String> left = find("b");
        CompletableFuture<String> stays = find("c");
        settle();

        left.cancel(true);
        settle();
        alone.succeed();

        assertThat(asked(2).tokens()).containsExactly("c");
        assertThat(stays).isNotDone();
    }

    @Test
    @Timeout(10)
    void nobodyWaitsLongForAQuestionAboutOthers() {
        Gathering impatient = new Gathering(loop, this::ask, Duration.ofMillis(1));
        impatient.find(instance, "a").subscribe();
        asked(1);

        impatient.find(instance, "b").subscribe();
        while (questions.size() < 2) {
            Thread.onSpinWait();
        }

        assertThat(questions.getLast().tokens()).containsExactly("b");
    }

    @Test
    void whoComesNextBestJoinsThoseWhoWait() {
        assertThat(onLoop(gathering::next)).isEmpty();
        find("a");
        Question alone = asked(1);

        find(other, "b");

        assertThat(onLoop(gathering::next)).contains(other);
        alone.succeed();
        assertThat(asked(2).asked()).isEqualTo(other);
        assertThat(onLoop(gathering::next)).isEmpty();
    }

    @Test
    void aQuestionIsForOneInstance() {
        find("a");
        Question first = asked(1);
        find(other, "b");
        find("c");
        find(other, "d");
        settle();

        first.succeed();
        Question second = asked(2);
        second.succeed();

        assertThat(second.tokens()).containsExactly("b", "d");
        assertThat(second.asked()).isEqualTo(other);
        assertThat(asked(3).tokens()).containsExactly("c");
    }

    @Test
    void aQuestionHasAnEnd() {
        find("a");
        asked(1);
        IntStream.rangeClosed(0, GatheredTokens.MOST).forEach(number -> find("t" + number));

        Question full = asked(2);
        assertThat(full.tokens()).as("who is full is asked at once").hasSize(GatheredTokens.MOST);
        full.succeed();

        assertThat(asked(3).tokens()).containsExactly("t" + GatheredTokens.MOST);
    }

    private Mono<List<Answer>> ask(Instance asked, List<String> tokens) {
        Question question = new Question(asked, tokens, Sinks.one());
        questions.add(question);
        return question.answer().asMono();
    }

    private CompletableFuture<String> find(String token) {
        return find(instance, token);
    }

    private CompletableFuture<String> find(Instance instance, String token) {
        return gathering
                .find(instance, token)
                .map(answer -> answer.body().toString(StandardCharsets.UTF_8))
                .toFuture();
    }

    private <T> T onLoop(Callable<T> question) {
        return loop.submit(question).syncUninterruptibly().getNow();
    }

    private static Instance instance(String id) {
        Registration registration = new Registration(id, "127.0.0.1", 1, false, "1", Registration.Status.UP);
        return new Instance(registration, true, Reach.ANSWERS, Clocks.system());
    }

    /** The latest of so many questions. */
    private Question asked(int count) {
        settle();
        assertThat(questions).hasSize(count);
        return questions.getLast();
    }

    /** All that the loop has been given so far is done, and what it has given itself by that. */
    private void settle() {
        for (int round = 0; round < 3; round++) {
            loop.submit(() -> {}).syncUninterruptibly();
        }
    }
}
