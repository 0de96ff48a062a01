package ranvier.engine.exact;

/**
 * Pending events in their total order. Holds handles into {@link PendingEvents}, which also knows the order; an event
 * must not change while it is queued. Not thread-safe; allocates only when it grows.
 */
public interface EventQueue {
  /** Adds an event, which must not come before the last one removed. */
  void add(int event);

  /** The first event; -1 if there is none. */
  int first();

  /** Removes and returns the first event; -1 if there is none. */
  int removeFirst();

  /** Number of events. */
  int size();
}
