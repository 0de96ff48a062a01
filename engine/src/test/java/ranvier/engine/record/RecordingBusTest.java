package ranvier.engine.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class RecordingBusTest {
  private static final int RING_SPIKES = 16 * 16_384;

  @TempDir Path folder;

  /** Checks that spike k is at step k / 10 and neuron k % 10. */
  private static final class Sequence implements SpikeConsumer {
    private long count;
    private int ends;
    private Thread thread;

    @Override
    public void accept(SpikeBlock block) {
      assertTrue(thread == null || thread == Thread.currentThread(), "always the same thread");
      thread = Thread.currentThread();
      assertEquals(0, ends, "nothing after the end");
      for (int k = 0; k < block.count(); k++, count++) {
        if (block.step(k) != count / 10 || block.neuron(k) != count % 10 || block.offsetMs(k) != count * 1e-9) {
          throw new AssertionError("spike " + count + " is wrong");
        }
      }
    }

    @Override
    public void end() {
      ends++;
    }
  }

  private static void produce(RecordingBus bus, long spikes) {
    for (long k = 0; k < spikes; k++) {
      bus.add(k / 10, k * 1e-9, (int) (k % 10));
      if (k % 10 == 9) {
        bus.endOfSlice(k / 10);
      }
    }
  }

  @Test
  void everySpikeReachesEveryConsumerInOrderAndTheEndOnce() {
    for (long spikes : new long[] {0, 1, 16_383, 16_384, 16_385, 32_768, 2_000_003}) {
      Sequence first = new Sequence();
      Sequence second = new Sequence();
      RecordingBus bus = new RecordingBus(0.1, List.of(first, second));
      produce(bus, spikes);
      bus.close();
      bus.close();
      assertEquals(spikes, first.count);
      assertEquals(spikes, second.count);
      assertEquals(1, first.ends);
      assertEquals(1, second.ends);
      assertFalse(first.thread == Thread.currentThread(), "consumers have their own thread");
    }
  }

  @Test
  void consumersAreCalledInTheGivenOrder() {
    List<String> calls = new ArrayList<>();
    List<SpikeConsumer> consumers = new ArrayList<>();
    for (String name : List.of("a", "b", "c")) {
      consumers.add(new SpikeConsumer() {
        @Override
        public void accept(SpikeBlock block) {
          if (block.count() > 0) {
            calls.add(name);
          }
        }

        @Override
        public void end() {
          calls.add("end " + name);
        }
      });
    }
    RecordingBus bus = new RecordingBus(0.1, consumers);
    bus.add(1, 0.0, 1);
    bus.close();
    assertEquals(List.of("a", "b", "c", "end a", "end b", "end c"), calls);
  }

  @Test
  void aFailingConsumerIsReportedAndNeverBlocksTheProducer() {
    UncheckedIOException full = new UncheckedIOException("disk full", new IOException("disk full"));
    Sequence after = new Sequence();
    CountDownLatch failed = new CountDownLatch(1);
    RecordingBus bus = new RecordingBus(0.1, List.of(new SpikeConsumer() {
      @Override
      public void accept(SpikeBlock block) {
        failed.countDown();
        throw full;
      }

      @Override
      public void end() {
        throw new AssertionError("no end after a failure");
      }
    }, after));
    assertNull(bus.failure());
    long spikes = 0;
    while (bus.failure() == null) {
      bus.add(spikes++, 0.0, 1);
    }
    assertEquals(0, failed.getCount());
    produce(bus, 3L * RING_SPIKES);
    RecordingException thrown = assertThrows(RecordingException.class, bus::close);
    assertSame(full, thrown.getCause());
    assertEquals("recording spikes failed: disk full", thrown.getMessage());
    assertEquals(0, after.count);
    assertEquals(0, after.ends);
  }

  @Test
  void anErrorAtTheEndIsReported() {
    RecordingBus bus = new RecordingBus(0.1, List.of(new SpikeConsumer() {
      @Override
      public void accept(SpikeBlock block) { }

      @Override
      public void end() {
        throw new StackOverflowError();
      }
    }));
    bus.add(1, 0.0, 1);
    assertNotNull(assertThrows(RecordingException.class, bus::close).getMessage());
  }

  @Test
  void aFileThatCannotBeWrittenReachesTheProducer() throws IOException {
    SpikeFileHeader header = new SpikeFileHeader(0.1, false, 1.0, List.of(new PopulationRange("E", 0, 10)));
    SpikeFileWriter writer = new SpikeFileWriter(folder.resolve("spikes"), header);
    writer.close();
    RecordingBus bus = new RecordingBus(0.1, List.of(writer));
    long step = 0;
    while (bus.failure() == null) {
      bus.add(step++, 0.0, 1);
    }
    String message = assertThrows(RecordingException.class, bus::close).getMessage();
    assertTrue(message.startsWith("recording spikes failed: cannot write spikes to " + folder), message);
  }

  @Test
  void theProducerWaitsForASlowConsumerAndSaysHowLong() throws InterruptedException {
    CountDownLatch go = new CountDownLatch(1);
    Sequence sequence = new Sequence();
    RecordingBus bus = new RecordingBus(0.1, List.of(block -> {
      try {
        go.await();
      } catch (InterruptedException unexpected) {
        throw new AssertionError(unexpected);
      }
    }, sequence));
    assertEquals(0, bus.nanosWaited());
    long spikes = 2L * RING_SPIKES;
    Thread producer = new Thread(() -> {
      produce(bus, spikes);
      bus.close();
    });
    producer.start();
    while (producer.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }
    go.countDown();
    producer.join();
    assertEquals(spikes, sequence.count);
    assertTrue(bus.nanosWaited() > 0);
  }

  @Test
  void abortTellsNobodyTheEnd() {
    Sequence sequence = new Sequence();
    RecordingBus bus = new RecordingBus(0.1, List.of(sequence));
    produce(bus, 10_000);
    bus.abort();
    bus.close();
    assertEquals(0, sequence.ends);
  }

  @Test
  void fewSpikesTravelWithoutWaitingForAFullBlock() throws InterruptedException {
    CountDownLatch arrived = new CountDownLatch(1);
    try (RecordingBus bus = new RecordingBus(0.1, List.of(block -> arrived.countDown()))) {
      long step = 0;
      bus.add(step, 0.0, 1);
      while (arrived.getCount() > 0) {
        bus.endOfSlice(step += 100);
      }
    }
    arrived.await();
  }

  @Test
  void neitherProducerNorConsumersAllocateInTheSteadyState() throws IOException {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    List<PopulationRange> populations = List.of(new PopulationRange("E", 0, 10_000));
    SpikeFileWriter writer = new SpikeFileWriter(folder.resolve("spikes"),
        new SpikeFileHeader(0.1, false, 1e6, populations));
    long[] allocated = new long[2];
    long[] seen = new long[1];
    SpikeConsumer meter = block -> {
      seen[0] += block.count();
      long bytes = threads.getCurrentThreadAllocatedBytes();
      if (seen[0] > 2_000_000 && allocated[0] == 0) {
        allocated[0] = bytes;
      }
      allocated[1] = bytes;
    };
    RecordingBus bus = new RecordingBus(0.1,
        List.of(new SpikeHash(), writer, new SpikeStatistics(populations, 0.0, 1e6), meter));
    int slices = 100_000;
    int perSlice = 40;
    long before = 0;
    for (int s = 0; s < slices; s++) {
      if (s == slices / 2) {
        before = threads.getCurrentThreadAllocatedBytes();
      }
      for (int k = 0; k < perSlice; k++) {
        bus.add(s, 0.0, 251 * k + s % 211);
      }
      bus.endOfSlice(s);
    }
    long producer = threads.getCurrentThreadAllocatedBytes() - before;
    bus.close();
    assertEquals((long) slices * perSlice, seen[0]);
    assertTrue(producer < 1000, producer + " bytes allocated by the producer in " + slices / 2 + " slices");
    long consumers = allocated[1] - allocated[0];
    assertTrue(consumers < 10_000, consumers + " bytes allocated by the consumers for 2 million spikes");
  }
}
