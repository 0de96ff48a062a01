package ranvier.engine.record;

import com.lmax.disruptor.BatchEventProcessor;
import com.lmax.disruptor.BatchEventProcessorBuilder;
import com.lmax.disruptor.BlockingWaitStrategy;
import com.lmax.disruptor.RingBuffer;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Carries spikes from the simulation to their consumers without making the simulation wait: a Disruptor ring of {@link
 * SpikeBlock}s, filled by one producer and emptied by one thread that hands each block to all consumers in turn.
 *
 * <p>A block travels when it is full or when the slices in it span {@value #SPAN_MS} ms of biology and {@value
 * #QUIET_NANOS} ns have passed since the last one, so the consuming thread wakes some fifty times per second at most
 * and sleeps otherwise: it takes the core of a worker, and all others wait for that. How spikes are cut into blocks is
 * of no meaning and differs between runs; their order does not.
 *
 * <p>Lossless: when all blocks are in use the producer waits, see {@link #nanosWaited}. When a consumer fails, {@link
 * #failure} tells so at once, what follows is discarded, the producer never blocks for long, and {@link #close} throws.
 *
 * <p>{@link #add}, {@link #endOfSlice}, {@link #close} and {@link #abort} belong to one thread at a time; the others
 * may be called from any. The producer allocates nothing.
 */
public final class RecordingBus implements SpikeOutput, AutoCloseable {
  private static final int RING_BLOCKS = 16;
  private static final int BLOCK_SPIKES = 16_384;
  private static final int BATCH_BLOCKS = 2;
  private static final double SPAN_MS = 40.0;
  private static final long QUIET_NANOS = 20_000_000L;
  private static final long WAIT_NANOS = 50_000L;

  /** What travels around the ring. */
  private static final class Slot {
    private final SpikeBlock spikes;
    private boolean last;

    Slot(double unitMs) {
      spikes = new SpikeBlock(unitMs, BLOCK_SPIKES);
    }
  }

  private final double unitMs;
  private final SpikeConsumer[] consumers;
  private final RingBuffer<Slot> ring;
  private final BatchEventProcessor<Slot> processor;
  private final Thread thread;

  private SpikeBlock current;
  /**
   * Spikes that still fit the current block; 0 if there is none. One condition for both, since a full block is so rare
   * that code compiled before the first would be thrown away.
   */
  private int room;
  private long currentSequence;
  private long publishedStep;
  private long publishedNanos;
  private boolean closed;

  private volatile boolean aborted;
  private volatile long nanosWaited;
  private volatile RecordingException failure;

  /**
   * Starts the consuming thread.
   *
   * @param unitMs length of a step of the spikes' times
   * @param consumers are given every block in this order, all on the same thread
   */
  public RecordingBus(double unitMs, List<SpikeConsumer> consumers) {
    this.unitMs = unitMs;
    this.consumers = consumers.toArray(SpikeConsumer[]::new);
    ring = RingBuffer.createSingleProducer(() -> new Slot(unitMs), RING_BLOCKS, new BlockingWaitStrategy());
    // Small batches: the producer sees freed blocks only at the end of one.
    processor = new BatchEventProcessorBuilder().setMaxBatchSize(BATCH_BLOCKS)
        .build(ring, ring.newBarrier(), (slot, sequence, endOfBatch) -> consume(slot));
    ring.addGatingSequences(processor.getSequence());
    publishedNanos = System.nanoTime();
    thread = new Thread(processor, "ranvier-recording");
    thread.setDaemon(true);
    thread.start();
  }

  /** Adds a spike; spikes come in canonical order, (time, neuron). */
  @Override
  public void add(long step, double offsetMs, int neuron) {
    if (room == 0) {
      makeRoom(step);
    }
    current.add(step, offsetMs, neuron);
    room--;
  }

  private void makeRoom(long step) {
    if (current != null) {
      publish(step);
    }
    claim();
  }

  /** All spikes up to and including this step have been added. */
  @Override
  public void endOfSlice(long step) {
    // The clock is read once per SPAN_MS at most, and only to spare wake-ups: no result depends on it.
    if (current != null && (step - publishedStep) * unitMs >= SPAN_MS
        && System.nanoTime() - publishedNanos >= QUIET_NANOS) {
      publish(step);
    }
  }

  /** For how long the producer has waited for a free block so far, in ns. */
  public long nanosWaited() {
    return nanosWaited;
  }

  /** Why recording has failed; null as long as it has not. */
  public RecordingException failure() {
    return failure;
  }

  /**
   * Hands the rest to the consumers, waits for them and tells them the end. Does nothing when called again.
   *
   * @throws RecordingException if a consumer failed, now or earlier; no consumer is told the end then
   */
  @Override
  public void close() {
    if (!closed) {
      closed = true;
      finish();
      if (failure != null) {
        throw failure;
      }
    }
  }

  /**
   * Ends the consuming thread without telling consumers the end, because the run has failed; what they have not been
   * given yet is discarded. Then {@link #close} does nothing.
   */
  public void abort() {
    if (!closed) {
      closed = true;
      aborted = true;
      finish();
    }
  }

  private void finish() {
    if (current == null) {
      claim();
    }
    ring.get(currentSequence).last = true;
    publish(publishedStep);
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException wanted) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void claim() {
    if (!ring.hasAvailableCapacity(1)) {
      long start = System.nanoTime();
      while (!ring.hasAvailableCapacity(1)) {
        LockSupport.parkNanos(WAIT_NANOS);
      }
      long before = nanosWaited;
      nanosWaited = before + System.nanoTime() - start;
    }
    currentSequence = ring.next();
    current = ring.get(currentSequence).spikes;
    current.clear();
    room = BLOCK_SPIKES;
  }

  private void publish(long step) {
    ring.publish(currentSequence);
    current = null;
    room = 0;
    publishedStep = step;
    publishedNanos = System.nanoTime();
  }

  /** On the consuming thread. Goes on emptying the ring after a failure: that is what keeps the producer running. */
  private void consume(Slot slot) {
    try {
      if (failure == null && !aborted) {
        for (SpikeConsumer consumer : consumers) {
          consumer.accept(slot.spikes);
        }
        if (slot.last) {
          for (SpikeConsumer consumer : consumers) {
            consumer.end();
          }
        }
      }
    } catch (Throwable problem) {
      failure = new RecordingException("recording spikes failed: " + reason(problem), problem);
    }
    if (slot.last) {
      processor.halt();
    }
  }

  private static String reason(Throwable problem) {
    return problem.getMessage() == null ? problem.toString() : problem.getMessage();
  }
}
