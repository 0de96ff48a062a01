package ranvier.scenarios;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;

/**
 * How often this process's garbage collectors ran, and for how long; with a collector that stops the world, as the
 * launcher chooses, that is how long everything stood still.
 */
record CollectorPauses(long collections, long milliseconds) {
  /** Since the process began. */
  static CollectorPauses soFar() {
    long collections = 0;
    long milliseconds = 0;
    for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
      collections += Math.max(0, collector.getCollectionCount());
      milliseconds += Math.max(0, collector.getCollectionTime());
    }
    return new CollectorPauses(collections, milliseconds);
  }

  CollectorPauses minus(CollectorPauses earlier) {
    return new CollectorPauses(collections - earlier.collections, milliseconds - earlier.milliseconds);
  }
}
