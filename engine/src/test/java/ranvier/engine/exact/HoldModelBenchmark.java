package ranvier.engine.exact;

import java.util.Random;

/**
 * The hold model (remove the first event, add one a random time later) for both queues; not a test, run by hand:
 * {@code java -cp ... ranvier.engine.exact.HoldModelBenchmark}. Prints nanoseconds per hold.
 */
public final class HoldModelBenchmark {
  private HoldModelBenchmark() {}

  /** Measures 1e4 and 1e6 pending events, exponential and uniform increments. */
  public static void main(String[] arguments) {
    for (int round = 0; round < 3; round++) {
      for (int pending : new int[] {10_000, 1_000_000}) {
        for (boolean exponential : new boolean[] {true, false}) {
          PendingEvents heapEvents = new PendingEvents(0.25);
          PendingEvents calendarEvents = new PendingEvents(0.25);
          double heap = hold(heapEvents, new HeapEventQueue(heapEvents), pending, exponential);
          double calendar = hold(calendarEvents, new CalendarEventQueue(calendarEvents), pending, exponential);
          System.out.printf("%8d pending, %s: heap %.0f ns, calendar %.0f ns%n", pending,
              exponential ? "exponential" : "uniform 1.5-3 ms", heap, calendar);
        }
      }
    }
  }

  private static double hold(PendingEvents events, EventQueue queue, int pending, boolean exponential) {
    Random random = new Random(1);
    double[] increments = new double[1 << 14];
    for (int k = 0; k < increments.length; k++) {
      increments[k] = exponential ? -1.5 * Math.log(1 - random.nextDouble()) : 1.5 + 1.5 * random.nextDouble();
    }
    for (int k = 0; k < pending; k++) {
      add(events, queue, 0, 3 * random.nextDouble(), k);
    }
    int holds = 4_000_000;
    for (int k = 0; k < holds; k++) {
      hold(events, queue, increments[k & (1 << 14) - 1], k);
    }
    long start = System.nanoTime();
    for (int k = 0; k < holds; k++) {
      hold(events, queue, increments[k & (1 << 14) - 1], k);
    }
    return (System.nanoTime() - start) / (double) holds;
  }

  private static void hold(PendingEvents events, EventQueue queue, double increment, int k) {
    int event = queue.removeFirst();
    double time = events.offsetMs(event) + increment;
    long slices = (long) (time * 4.0);
    events.set(event, events.slice(event) + slices, time - slices * 0.25, 0, k & 1023, k, k);
    queue.add(event);
  }

  private static void add(PendingEvents events, EventQueue queue, long slice, double time, int k) {
    long slices = (long) (time * 4.0);
    queue.add(events.create(slice + slices, time - slices * 0.25, 0, k & 1023, k, k));
  }
}
