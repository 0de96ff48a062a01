package ranvier.engine.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** Random commands against a list that is sorted after each addition. */
class EventQueueProperties {
  private static final double SLICE_MS = 0.25;

  record Event(long slice, double offset, int kind, int target, int source, long sequence)
      implements Comparable<Event> {
    private static final Comparator<Event> ORDER = Comparator.comparingLong(Event::slice)
        .thenComparingDouble(Event::offset).thenComparingInt(Event::kind).thenComparingInt(Event::target)
        .thenComparingInt(Event::source).thenComparingLong(Event::sequence);

    @Override
    public int compareTo(Event other) {
      return ORDER.compare(this, other);
    }
  }

  /** Times cluster, so that ties and neighbours below the resolution of the key are frequent; some are far away. */
  @Provide
  Arbitrary<Event> events() {
    Arbitrary<Long> slices = Arbitraries.frequencyOf(
        net.jqwik.api.Tuple.of(8, Arbitraries.longs().between(0, 12)),
        net.jqwik.api.Tuple.of(1, Arbitraries.longs().between(0, 4_000_000_000L)));
    Arbitrary<Double> offsets = Arbitraries.oneOf(
        Arbitraries.of(0.0, 1e-300, 1e-12, 0.1, Math.nextUp(0.1), 0.1 + 1e-13, 0.2499999999999),
        Arbitraries.doubles().between(0, 0.249).ofScale(6));
    Arbitrary<Integer> few = Arbitraries.integers().between(0, 3);
    return Combinators.combine(slices, offsets, few, few, few, Arbitraries.longs().between(0, 5)).as(Event::new);
  }

  @Property(tries = 1000)
  void heapPopsInTotalOrder(@ForAll @Size(max = 200) List<@net.jqwik.api.From("events") Event> added,
      @ForAll Random random) {
    popsInTotalOrder(HeapEventQueue::new, added, random);
  }

  @Property(tries = 1000)
  void calendarPopsInTotalOrder(@ForAll @Size(max = 200) List<@net.jqwik.api.From("events") Event> added,
      @ForAll Random random) {
    popsInTotalOrder(CalendarEventQueue::new, added, random);
  }

  private static void popsInTotalOrder(Function<PendingEvents, EventQueue> make, List<Event> added, Random random) {
    PendingEvents pool = new PendingEvents(SLICE_MS);
    EventQueue queue = make.apply(pool);
    List<Event> sorted = new ArrayList<>();
    Event last = null;
    for (Event e : added) {
      // The queue may rely on it that time does not run backwards.
      if (last == null || e.compareTo(last) >= 0) {
        queue.add(pool.create(e.slice, e.offset, e.kind, e.target, e.source, e.sequence));
        sorted.add(e);
        sorted.sort(null);
      }
      while (random.nextInt(3) == 0 && !sorted.isEmpty()) {
        last = sorted.remove(0);
        assertEquals(last, pop(pool, queue));
      }
      assertEquals(sorted.size(), queue.size());
    }
    for (Event e : sorted) {
      assertEquals(e, pop(pool, queue));
    }
    assertEquals(-1, queue.first());
    assertEquals(-1, queue.removeFirst());
  }

  @Property(tries = 20)
  void largeQueuesAgree(@ForAll long seed) {
    Random random = new Random(seed);
    PendingEvents pool = new PendingEvents(SLICE_MS);
    EventQueue heap = new HeapEventQueue(pool);
    EventQueue calendar = new CalendarEventQueue(pool);
    long slice = 0;
    for (int k = 0; k < 30_000; k++) {
      boolean grow = k < 12_000 || (k > 20_000 && k < 24_000);
      if (grow || random.nextInt(3) == 0 || heap.size() == 0) {
        long due = slice + (long) Math.min(1e6, -Math.log(random.nextDouble()) * (k % 7 == 0 ? 3000 : 6));
        int event = pool.create(due + 1, random.nextInt(1 << 20) * 0x1.0p-22, 0, random.nextInt(9), k % 5, k);
        heap.add(event);
        calendar.add(event);
      } else {
        int expected = heap.removeFirst();
        slice = pool.slice(expected);
        assertEquals(expected, calendar.removeFirst());
        pool.release(expected);
      }
    }
    while (heap.size() > 0) {
      assertEquals(heap.removeFirst(), calendar.removeFirst());
    }
    assertEquals(0, calendar.size());
  }

  @Property(tries = 300)
  void predictionsAreMovedAndCancelled(@ForAll long seed) {
    Random random = new Random(seed);
    int neurons = 1 + random.nextInt(40);
    Predictions predictions = new Predictions(neurons);
    Event[] known = new Event[neurons];
    TreeSet<Event> sorted = new TreeSet<>();
    for (int k = 0; k < 2000; k++) {
      int neuron = random.nextInt(neurons);
      if (known[neuron] != null) {
        sorted.remove(known[neuron]);
      }
      if (random.nextInt(3) == 0) {
        predictions.cancel(neuron);
        known[neuron] = null;
      } else {
        known[neuron] = new Event(random.nextInt(6), random.nextInt(4) * 0.05, 0, neuron, 0, 0);
        sorted.add(known[neuron]);
        predictions.set(neuron, known[neuron].slice, known[neuron].offset);
      }
      assertEquals(sorted.size(), predictions.size());
      assertEquals(sorted.isEmpty() ? -1 : sorted.first().target, predictions.first());
      if (!sorted.isEmpty()) {
        assertEquals(sorted.first().slice, predictions.slice(predictions.first()));
        assertEquals(sorted.first().offset, predictions.offsetMs(predictions.first()));
      }
    }
  }

  private static Event pop(PendingEvents pool, EventQueue queue) {
    int e = queue.removeFirst();
    Event event = new Event(pool.slice(e), pool.offsetMs(e), pool.kind(e), pool.target(e), pool.source(e),
        pool.sequence(e));
    pool.release(e);
    return event;
  }
}
