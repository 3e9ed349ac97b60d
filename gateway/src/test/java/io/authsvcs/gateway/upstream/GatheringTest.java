package io.authsvcs.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.authsvcs.common.GatheredTokens;
import io.authsvcs.common.Status;
import io.authsvcs.gateway.format.Answer;
import io.netty.util.concurrent.DefaultEventExecutor;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

@SuppressWarnings("FutureReturnValueIgnored") // Of some callers only the question matters.
class GatheringTest {
    private final DefaultEventExecutor loop = new DefaultEventExecutor();
    private final AtomicLong now = new AtomicLong();
    private final List<Question> questions = new ArrayList<>();
    private final Gathering gathering = new Gathering(loop, this::ask, now::get);

    private record Question(List<String> tokens, Sinks.One<List<Answer>> answer) {
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
    void whoComesLongAfterAQuestionWithoutAnAnswerIsAskedForBesideIt() {
        find("a");
        asked(1);

        now.addAndGet(Duration.ofSeconds(1).toNanos());
        find("b");

        assertThat(asked(2).tokens()).containsExactly("b");
    }

    @Test
    void aQuestionHasAnEnd() {
        find("a");
        Question alone = asked(1);
        IntStream.rangeClosed(0, GatheredTokens.MOST).forEach(number -> find("t" + number));
        settle();

        alone.succeed();
        assertThat(asked(2).tokens()).hasSize(GatheredTokens.MOST);
        questions.get(1).succeed();

        assertThat(asked(3).tokens()).containsExactly("t" + GatheredTokens.MOST);
    }

    private Mono<List<Answer>> ask(List<String> tokens) {
        Question question = new Question(tokens, Sinks.one());
        questions.add(question);
        return question.answer().asMono();
    }

    private CompletableFuture<String> find(String token) {
        return gathering
                .find(token)
                .map(answer -> answer.body().toString(StandardCharsets.UTF_8))
                .toFuture();
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
