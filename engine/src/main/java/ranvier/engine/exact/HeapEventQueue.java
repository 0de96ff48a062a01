package ranvier.engine.exact;

import java.util.Arrays;

/**
 * A 4-ary heap (LaMarca and Ladner 1996, doi:10.1145/235141.235145): half as deep as a binary one, and the four keys
 * that are compared lie side by side. O(log n).
 */
public final class HeapEventQueue implements EventQueue {
  private final PendingEvents events;
  private long[] keys = new long[64];
  private int[] heap = new int[64];
  private int size;

  /** An empty queue of events of one storage. */
  public HeapEventQueue(PendingEvents events) {
    this.events = events;
  }

  @Override
  public void add(int event) {
    if (size == heap.length) {
      keys = Arrays.copyOf(keys, 2 * size);
      heap = Arrays.copyOf(heap, 2 * size);
    }
    long key = events.key(event);
    int hole = size++;
    while (hole > 0) {
      int parent = (hole - 1) >> 2;
      if (!before(key, event, keys[parent], heap[parent])) {
        break;
      }
      keys[hole] = keys[parent];
      heap[hole] = heap[parent];
      hole = parent;
    }
    keys[hole] = key;
    heap[hole] = event;
  }

  @Override
  public int first() {
    return size == 0 ? -1 : heap[0];
  }

  @Override
  public int removeFirst() {
    if (size == 0) {
      return -1;
    }
    int first = heap[0];
    int last = --size;
    if (last > 0) {
      sink(keys[last], heap[last]);
    }
    return first;
  }

  @Override
  public int size() {
    return size;
  }

  private void sink(long key, int event) {
    int hole = 0;
    for (int child = 1; child < size; child = 4 * hole + 1) {
      int best = child;
      int end = Math.min(child + 4, size);
      for (int c = child + 1; c < end; c++) {
        if (before(keys[c], heap[c], keys[best], heap[best])) {
          best = c;
        }
      }
      if (!before(keys[best], heap[best], key, event)) {
        break;
      }
      keys[hole] = keys[best];
      heap[hole] = heap[best];
      hole = best;
    }
    keys[hole] = key;
    heap[hole] = event;
  }

  private boolean before(long keyA, int a, long keyB, int b) {
    return keyA != keyB ? keyA < keyB : events.before(a, b);
  }
}
