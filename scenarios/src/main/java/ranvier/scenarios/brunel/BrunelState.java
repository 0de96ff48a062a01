package ranvier.scenarios.brunel;

import java.util.Arrays;

/** The four states of model A that the paper shows in Figure 8. */
enum BrunelState {
  /** Asynchronous irregular. */
  AI("AI", 5.0, 2.0, "asynchronous irregular"),
  /** Synchronous regular. */
  SR("SR", 3.0, 2.0, "synchronous regular"),
  /** Synchronous irregular, with a fast oscillation. */
  FAST("fast", 6.0, 4.0, "fast oscillation"),
  /** Synchronous irregular, with a slow oscillation. */
  SLOW("slow", 4.5, 0.9, "slow oscillation");

  private final String typed;
  private final double g;
  private final double eta;
  private final String meaning;

  BrunelState(String typed, double g, double eta, String meaning) {
    this.typed = typed;
    this.g = g;
    this.eta = eta;
    this.meaning = meaning;
  }

  /** The state as typed by users. */
  static BrunelState typed(String text) {
    return Arrays.stream(values()).filter(s -> s.typed.equals(text)).findFirst().orElseThrow(
        () -> new IllegalArgumentException("state must be one of " + String.join(", ", names()) + ", got " + text));
  }

  static String[] names() {
    return Arrays.stream(values()).map(s -> s.typed).toArray(String[]::new);
  }

  /** Relative strength of inhibition. */
  double g() {
    return g;
  }

  /** External rate over the rate that reaches threshold. */
  double eta() {
    return eta;
  }

  String meaning() {
    return meaning;
  }
}
