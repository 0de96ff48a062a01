package ranvier.bench.kernels;

import java.util.SplittableRandom;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import ranvier.engine.exact.CalendarEventQueue;
import ranvier.engine.exact.EventQueue;
import ranvier.engine.exact.HeapEventQueue;
import ranvier.engine.exact.PendingEvents;

/**
 * The hold model (Jones 1986, doi:10.1145/5684.5686): the first event is taken and put back some random time later, at
 * a constant number of pending events.
 */
@State(Scope.Thread)
public class QueueBenchmark extends KernelBenchmark {
  private static final double SLICE_MS = 0.25;
  private static final double MEAN_MS = 100.0;

  /** Which queue. */
  @Param({"heap", "calendar"})
  public String queue;

  /** Events in the queue. */
  @Param({"10000", "1000000"})
  public int pending;

  private PendingEvents events;
  private EventQueue queued;
  private SplittableRandom random;
  private long sequence;

  /** Fills the queue. */
  @Setup(Level.Iteration)
  public void fill() {
    events = new PendingEvents(SLICE_MS);
    queued = queue.equals("heap") ? new HeapEventQueue(events) : new CalendarEventQueue(events);
    random = new SplittableRandom(1);
    for (int k = 0; k < pending; k++) {
      add(0, 0.0);
    }
  }

  private void add(long slice, double offsetMs) {
    double time = offsetMs - MEAN_MS * Math.log(1.0 - random.nextDouble());
    long slices = (long) (time / SLICE_MS);
    queued.add(events.create(slice + slices, time - slices * SLICE_MS, 0, random.nextInt(10_000), 0, sequence++));
  }

  /** Takes one event and puts it back. */
  @Benchmark
  public long hold() {
    int event = queued.removeFirst();
    long slice = events.slice(event);
    double offset = events.offsetMs(event);
    events.release(event);
    add(slice, offset);
    return slice;
  }
}
