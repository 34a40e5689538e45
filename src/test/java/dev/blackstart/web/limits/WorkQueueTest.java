package dev.blackstart.web.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.blackstart.problem.Problem;

class WorkQueueTest {

    private final WorkQueue queue = new WorkQueue("test", 1, 2, 4, Duration.ofMinutes(1));
    private final CountDownLatch gate = new CountDownLatch(1);
    private final AtomicInteger runs = new AtomicInteger();

    @AfterEach
    void close() {
        gate.countDown();
        queue.close();
    }

    private String work() throws InterruptedException {
        gate.await();
        return "result " + runs.incrementAndGet();
    }

    @Test
    void submit_equalRequests_oneResult() {
        CompletableFuture<String> one = queue.submit("pia", "report", this::work);
        CompletableFuture<String> other = queue.submit("wim", "report", this::work);
        gate.countDown();
        assertThat(one.join()).isEqualTo("result 1");
        assertThat(other.join()).isEqualTo("result 1");
        assertThat(queue.submit("pia", "report", this::work).join()).isEqualTo("result 2");
    }

    @Test
    void submit_withoutKey_neverShared() {
        CompletableFuture<String> one = queue.submit("pia", null, this::work);
        CompletableFuture<String> other = queue.submit("pia", null, this::work);
        gate.countDown();
        assertThat(one.join()).isNotEqualTo(other.join());
    }

    @Test
    void submit_moreThanOnePersonMay_429UntilOneIsAnswered() {
        CompletableFuture<String> one = queue.submit("pia", "report", this::work);
        queue.submit("pia", "report", this::work);
        assertThatThrownBy(() -> queue.submit("pia", "report", this::work)).isInstanceOfSatisfying(Problem.class,
                problem -> assertThat(problem.status).isEqualTo(429));
        gate.countDown();
        one.join();
        await().untilAsserted(() -> assertThat(queue.submit("pia", "report", this::work).join()).startsWith("result"));
    }

    @Test
    void submit_moreThanTheServerDoes_503() {
        for (String person : new String[] { "pia", "wim", "olga", "eve" }) {
            queue.submit(person, person, this::work);
        }
        assertThatThrownBy(() -> queue.submit("noel", "report", this::work)).isInstanceOfSatisfying(Problem.class,
                problem -> assertThat(problem.status).isEqualTo(503));
    }

    @Test
    void submit_failure_toldToAllWhoWait() {
        CompletableFuture<String> one = queue.submit("pia", "report", () -> {
            gate.await();
            throw Problem.notFound();
        });
        CompletableFuture<String> other = queue.submit("wim", "report", this::work);
        gate.countDown();
        assertThatThrownBy(one::join).hasCauseInstanceOf(Problem.class);
        assertThatThrownBy(other::join).hasCauseInstanceOf(Problem.class);
    }

    @Test
    void deadline_workIsCancelled() {
        AtomicBoolean ended = new AtomicBoolean();
        try (WorkQueue hasty = new WorkQueue("hasty", 1, 2, 4, Duration.ofMillis(20))) {
            CompletableFuture<Object> late = hasty.submit("pia", "report", () -> endless(ended));
            assertThatThrownBy(late::join).hasCauseInstanceOf(TimeoutException.class);
            await().untilTrue(ended);
            assertThat(late).isCompletedExceptionally();
        }
    }

    @Test
    void callerGone_workIsCancelledWhenTheLastOneIs() {
        AtomicBoolean ended = new AtomicBoolean();
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<Object> one = queue.submit("pia", "report", () -> {
            begun.countDown();
            return endless(ended);
        });
        CompletableFuture<Object> other = queue.submit("wim", "report", () -> "never run");
        await().until(() -> begun.getCount() == 0);
        one.cancel(false);
        assertThat(ended).isFalse();
        other.cancel(false);
        await().untilTrue(ended);
    }

    @Test
    void callerGone_beforeItsTurn_neverRuns() {
        queue.submit("pia", "first", this::work);
        CompletableFuture<String> gone = queue.submit("wim", "second", this::work);
        gone.cancel(false);
        gate.countDown();
        assertThat(queue.submit("olga", "third", this::work).join()).isEqualTo("result 2");
    }

    private static Object endless(AtomicBoolean ended) {
        try {
            while (true) {
                HeavyTask.check();
                Thread.onSpinWait();
            }
        } finally {
            ended.set(true);
        }
    }
}
