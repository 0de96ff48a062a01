package ranvier.engine.exact;

import java.util.Arrays;

/**
 * A calendar queue (Brown 1988, doi:10.1145/63039.63045): a ring of days, each an unordered list. Only the current day
 * is kept in order, as a small 4-ary heap; what lies beyond the year waits in a heap of its own. The number of days and
 * their length follow the number of events, so that a day holds a few. O(1) when events spread evenly.
 */
public final class CalendarEventQueue implements EventQueue {
  private static final int FEWEST_DAYS = 64;
  private static final int EVENTS_PER_DAY = 3;

  private final PendingEvents events;
  private HeapEventQueue today;
  private HeapEventQueue beyond;
  private int[] firstOfDay = new int[FEWEST_DAYS];
  private int[] next = new int[64];
  private int shift = 23;
  private long day = -1;
  private int inYear;
  private int size;

  /** An empty queue of events of one storage. */
  public CalendarEventQueue(PendingEvents events) {
    this.events = events;
    today = new HeapEventQueue(events);
    beyond = new HeapEventQueue(events);
    Arrays.fill(firstOfDay, -1);
  }

  @Override
  public void add(int event) {
    size++;
    if (size > 2 * EVENTS_PER_DAY * firstOfDay.length) {
      rebuild(2 * firstOfDay.length);
    }
    place(event);
  }

  private void place(int event) {
    long due = events.key(event) >>> shift;
    if (due <= day) {
      today.add(event);
    } else if (due - day < firstOfDay.length) {
      if (event >= next.length) {
        next = Arrays.copyOf(next, Math.max(event + 1, 2 * next.length));
      }
      int slot = (int) due & (firstOfDay.length - 1);
      next[event] = firstOfDay[slot];
      firstOfDay[slot] = event;
      inYear++;
    } else {
      beyond.add(event);
    }
  }

  @Override
  public int first() {
    if (today.size() == 0 && size > 0) {
      turnPages();
    }
    return today.first();
  }

  @Override
  public int removeFirst() {
    int event = first();
    if (event >= 0) {
      today.removeFirst();
      size--;
      if (size < EVENTS_PER_DAY * firstOfDay.length / 8 && firstOfDay.length > FEWEST_DAYS) {
        rebuild(firstOfDay.length / 4);
      }
    }
    return event;
  }

  @Override
  public int size() {
    return size;
  }

  /** Goes to the next day that has events; {@code today} is empty. */
  private void turnPages() {
    if (inYear == 0) {
      day = (events.key(beyond.first()) >>> shift) - 1;
    }
    do {
      day++;
      while (beyond.size() > 0 && (events.key(beyond.first()) >>> shift) - day < firstOfDay.length) {
        place(beyond.removeFirst());
      }
      int slot = (int) day & (firstOfDay.length - 1);
      for (int event = firstOfDay[slot]; event >= 0; event = next[event]) {
        today.add(event);
        inYear--;
      }
      firstOfDay[slot] = -1;
    } while (today.size() == 0);
  }

  /** Chooses the length of a day from the times that are pending, and files every event again. */
  private void rebuild(int days) {
    int[] all = new int[size];
    int count = 0;
    while (today.size() > 0) {
      all[count++] = today.removeFirst();
    }
    for (int slot = 0; slot < firstOfDay.length; slot++) {
      for (int event = firstOfDay[slot]; event >= 0; event = next[event]) {
        all[count++] = event;
      }
    }
    while (beyond.size() > 0) {
      all[count++] = beyond.removeFirst();
    }
    long[] keys = new long[count];
    for (int k = 0; k < count; k++) {
      keys[k] = events.key(all[k]);
    }
    Arrays.sort(keys);
    // The span of the middle of the distribution: a few far events must not stretch the days.
    long span = count < 8 ? 1L << 40 : 2 * (keys[3 * count / 4] - keys[count / 4]);
    long perDay = Math.max(1L, span / Math.max(1, count / EVENTS_PER_DAY));
    shift = 64 - Long.numberOfLeadingZeros(perDay);
    firstOfDay = new int[days];
    Arrays.fill(firstOfDay, -1);
    inYear = 0;
    day = count == 0 ? -1 : (keys[0] >>> shift) - 1;
    for (int k = 0; k < count; k++) {
      place(all[k]);
    }
  }
}
