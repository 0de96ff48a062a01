package ranvier.engine.connectivity;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;

/** Runs independent parts on a fixed number of threads, the caller's among them. */
public record Parallel(int threads) {
  /** Runs {@code task} for every part from 0 to parts - 1; rethrows the first failure. */
  public void forEach(int parts, IntConsumer task) {
    AtomicInteger next = new AtomicInteger();
    AtomicReference<Throwable> failure = new AtomicReference<>();
    Runnable work = () -> {
      try {
        for (int part = next.getAndIncrement(); part < parts && failure.get() == null; part = next.getAndIncrement()) {
          task.accept(part);
        }
      } catch (Throwable thrown) {
        failure.compareAndSet(null, thrown);
      }
    };
    Thread[] helpers = new Thread[Math.max(0, Math.min(threads, parts) - 1)];
    for (int i = 0; i < helpers.length; i++) {
      helpers[i] = new Thread(work, "ranvier-build-" + (i + 1));
      helpers[i].start();
    }
    work.run();
    for (Thread helper : helpers) {
      join(helper);
    }
    switch (failure.get()) {
      case null -> { }
      case RuntimeException e -> throw e;
      case Error e -> throw e;
      case Throwable e -> throw new IllegalStateException(e);
    }
  }

  private static void join(Thread thread) {
    boolean interrupted = false;
    while (true) {
      try {
        thread.join();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
