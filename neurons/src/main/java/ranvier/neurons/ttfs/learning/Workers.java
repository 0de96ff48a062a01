package ranvier.neurons.ttfs.learning;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Runs numbered tasks on a fixed number of threads; with one, in the caller's. Tasks must not depend on each other. */
final class Workers implements AutoCloseable {
  /** One task. */
  interface Task {
    /**
     * Runs it.
     *
     * @param worker which scratch memory may be used
     */
    void run(int worker, int task);
  }

  private final int threads;
  private final ExecutorService executor;

  Workers(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("threads must be at least 1, got " + threads);
    }
    this.threads = threads;
    executor = threads == 1 ? null : Executors.newFixedThreadPool(threads - 1, body -> {
      Thread thread = new Thread(body, "ttfs-worker");
      thread.setDaemon(true);
      return thread;
    });
  }

  int threads() {
    return threads;
  }

  void run(int tasks, Task task) {
    if (executor == null || tasks == 1) {
      for (int i = 0; i < tasks; i++) {
        task.run(0, i);
      }
      return;
    }
    AtomicInteger next = new AtomicInteger();
    List<Future<?>> others = new ArrayList<>();
    for (int worker = 1; worker < threads; worker++) {
      int id = worker;
      others.add(executor.submit(() -> drain(next, tasks, id, task)));
    }
    drain(next, tasks, 0, task);
    for (Future<?> other : others) {
      join(other);
    }
  }

  private static void drain(AtomicInteger next, int tasks, int worker, Task task) {
    for (int i = next.getAndIncrement(); i < tasks; i = next.getAndIncrement()) {
      task.run(worker, i);
    }
  }

  private static void join(Future<?> future) {
    try {
      future.get();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a batch was computed", interrupted);
    } catch (ExecutionException failed) {
      throw new IllegalStateException("a worker failed: " + failed.getCause(), failed.getCause());
    }
  }

  @Override
  public void close() {
    if (executor != null) {
      executor.shutdown();
    }
  }
}
