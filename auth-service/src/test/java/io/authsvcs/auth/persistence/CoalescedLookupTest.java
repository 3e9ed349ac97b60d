package io.authsvcs.auth.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

class CoalescedLookupTest {
    private final GatedStatements statements = new GatedStatements();
    private final CoalescedLookup<Integer, String> lookup = new CoalescedLookup<>(statements);

    @Test
    void callsGatherWhileAStatementIsUnderWay() {
        List<CompletableFuture<String>> answers =
                IntStream.range(0, 2_000).mapToObj(this::find).toList();

        statements.answerAll();

        assertThat(answers)
                .extracting(CompletableFuture::join)
                .startsWith("0", "1", "2")
                .endsWith("1999");
        assertThat(statements.keys()).hasSize(3);
        assertThat(statements.keys().get(1)).hasSize(1_000);
    }

    @Test
    void aCallNeverJoinsAStatementThatBeganBeforeIt() {
        CompletableFuture<String> early = find(1);
        CompletableFuture<String> late = find(1);

        statements.answer(0, Map.of(1, "alive"));
        statements.answer(1, Map.of(1, "ended"));

        assertThat(early.join()).isEqualTo("alive");
        assertThat(late.join()).isEqualTo("ended");
    }

    @Test
    void callersOfOneKeyShareOneAnswer() {
        lookup.find(0).subscribe();
        CompletableFuture<String> one = find(7);
        CompletableFuture<String> other = find(7);
        statements.answerAll();

        assertThat(one.join()).isEqualTo("7");
        assertThat(other.join()).isEqualTo("7");
        assertThat(statements.keys().get(1)).containsExactly(7);
    }

    @Test
    void whatIsNotThereIsEmpty() {
        CompletableFuture<String> answer = find(1);

        statements.answer(0, Map.of());

        assertThat(answer.join()).isNull();
    }

    @Test
    void aFailedStatementFailsOnlyItsOwnGathering() {
        CompletableFuture<String> first = find(1);
        CompletableFuture<String> second = find(2);
        CompletableFuture<String> third = find(3);

        statements.answer(0, Map.of(1, "one"));
        statements.fail(1);
        CompletableFuture<String> later = find(4);
        statements.answer(2, Map.of(4, "four"));

        assertThat(first.join()).isEqualTo("one");
        assertThatThrownBy(second::join).hasMessageContaining("statement 1 failed");
        assertThatThrownBy(third::join).hasMessageContaining("statement 1 failed");
        assertThat(later.join()).isEqualTo("four");
    }

    @Test
    void aCancelledCallTakesNothingFromTheOthers() {
        Disposable starter = lookup.find(1).subscribe();
        Disposable gathered = lookup.find(2).subscribe();
        CompletableFuture<String> other = find(2);

        starter.dispose();
        gathered.dispose();
        statements.answerAll();

        assertThat(other.join()).isEqualTo("2");
    }

    @Test
    void aStatementThatCannotEvenBeginFailsItsCallers() {
        CoalescedLookup<Integer, String> broken = new CoalescedLookup<>(keys -> {
            throw new IllegalStateException("no connection");
        });

        assertThatThrownBy(broken.find(1)::block).hasMessageContaining("no connection");
        assertThatThrownBy(broken.find(1)::block).as("and the next ones").hasMessageContaining("no connection");
    }

    @Test
    void nobodyIsForgottenWhenCallsAndAnswersMeet() {
        CoalescedLookup<Integer, String> busy = new CoalescedLookup<>(
                keys -> Mono.fromSupplier(() -> answers(keys)).subscribeOn(Schedulers.parallel()));

        List<CompletableFuture<Long>> callers = IntStream.range(0, 8)
                .mapToObj(caller -> Flux.range(0, 5_000)
                        .concatMap(call -> busy.find(call % 3).timeout(Duration.ofSeconds(10)))
                        .count()
                        .subscribeOn(Schedulers.boundedElastic())
                        .toFuture())
                .toList();

        assertThat(callers).extracting(CompletableFuture::join).containsOnly(5_000L);
    }

    @Test
    void callsThatComeTogetherAreLookedUpTogether() {
        CompletableFuture<List<String>> answers = lookup.together(
                        List.of(lookup.find(1), lookup.find(2), lookup.find(1)))
                .collectList()
                .toFuture();

        statements.answerAll();

        assertThat(answers.join()).containsExactly("1", "2", "1");
        assertThat(statements.keys()).containsExactly(Set.of(1, 2));
    }

    @Test
    void aFailureAmongCallsThatComeTogetherLeavesNobodyWaiting() {
        CompletableFuture<List<String>> answers = lookup.together(List.of(
                        lookup.find(1),
                        Mono.<String>error(new IllegalStateException("before it could ask")),
                        lookup.find(2)))
                .collectList()
                .toFuture();
        CompletableFuture<String> later = find(1);

        statements.answerAll();

        assertThatThrownBy(answers::join).hasMessageContaining("before it could ask");
        assertThat(later.join()).isEqualTo("1");
    }

    @Test
    void aCallThatAsksLaterThanTheOthersIsAnsweredAsWell() {
        Sinks.Empty<Void> gate = Sinks.empty();
        CompletableFuture<List<String>> answers = lookup.together(
                        List.of(lookup.find(1), gate.asMono().then(lookup.find(2))))
                .collectList()
                .toFuture();
        statements.answer(0, Map.of(1, "1"));

        gate.tryEmitEmpty().orThrow();
        statements.answer(1, Map.of(2, "2"));

        assertThat(answers.join()).containsExactly("1", "2");
    }

    @Test
    void nobodyIsNobody() {
        assertThat(lookup.together(List.of()).collectList().block()).isEmpty();
        assertThat(statements.keys()).isEmpty();
    }

    private static Map<Integer, String> answers(Collection<Integer> keys) {
        return keys.stream().collect(Collectors.toMap(key -> key, String::valueOf));
    }

    private CompletableFuture<String> find(int key) {
        return lookup.find(key).toFuture();
    }

    /** Statements that are answered when the test says so. */
    private static final class GatedStatements implements Function<Collection<Integer>, Mono<Map<Integer, String>>> {
        private final List<Set<Integer>> keys = new ArrayList<>();
        private final List<Sinks.One<Map<Integer, String>>> gates = new ArrayList<>();

        @Override
        public Mono<Map<Integer, String>> apply(Collection<Integer> asked) {
            keys.add(Set.copyOf(asked));
            gates.add(Sinks.one());
            return gates.getLast().asMono();
        }

        void answer(int statement, Map<Integer, String> found) {
            gates.get(statement).tryEmitValue(found).orThrow();
        }

        void fail(int statement) {
            gates.get(statement)
                    .tryEmitError(new IllegalStateException("statement " + statement + " failed"))
                    .orThrow();
        }

        void answerAll() {
            for (int next = 0; next < keys.size(); next++) {
                answer(next, keys.get(next).stream().collect(Collectors.toMap(key -> key, String::valueOf)));
            }
        }

        List<Set<Integer>> keys() {
            return keys;
        }
    }
}
