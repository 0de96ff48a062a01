package ranvier.testkit;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Example;

/**
 * What a scenario must do, whatever it simulates. A test class implements this interface and says how its scenario is
 * run, small and short enough for a test, and what it must refuse; all properties are inherited.
 */
public interface ScenarioMust {
  /** What a run did: the hash of all its spikes, and how many there were. */
  record Ran(String spikeHash, long spikes) {}

  /** Does something that must be refused. */
  interface Attempt {
    /** Throws an {@link IllegalArgumentException} before anything is simulated. */
    void make() throws Exception;
  }

  /**
   * Runs the scenario.
   *
   * @param timing one of {@link #timings}
   */
  Ran run(String timing, int threads, long seed) throws Exception;

  /** Timings in which the scenario runs fast enough for a test: {@code grid}, {@code exact}, or both. */
  default List<String> timings() {
    return List.of("grid", "exact");
  }

  /** What must be refused; the key is a word that the message must contain, usually the name of the setting. */
  Map<String, Attempt> refused();

  /** Threads change no spike. */
  @Example
  default void spikeTheSameForAnyNumberOfThreads() throws Exception {
    for (String timing : timings()) {
      Ran one = run(timing, 1, 3);
      check(one.spikes() > 0, timing + ": no spikes; run longer");
      for (int threads = 2; threads <= 3; threads++) {
        Ran more = run(timing, threads, 3);
        check(more.equals(one), timing + ": " + threads + " threads give " + more + ", one gives " + one);
      }
    }
  }

  /** Another seed is another network. */
  @Example
  default void spikeDifferentlyWithAnotherSeed() throws Exception {
    for (String timing : timings()) {
      check(!run(timing, 1, 3).spikeHash().equals(run(timing, 1, 4).spikeHash()), timing
          + ": the seed changes nothing");
    }
  }

  /** A refusal names what is wrong. */
  @Example
  default void refuseByName() throws Exception {
    for (Map.Entry<String, Attempt> entry : refused().entrySet()) {
      String message = null;
      try {
        entry.getValue().make();
      } catch (IllegalArgumentException refusal) {
        message = String.valueOf(refusal.getMessage());
      }
      check(message != null, entry.getKey() + ": was not refused");
      check(message.contains(entry.getKey()), "the message does not name " + entry.getKey() + ": " + message);
    }
  }

  private static void check(boolean holds, String otherwise) {
    if (!holds) {
      throw new AssertionError(otherwise);
    }
  }
}
