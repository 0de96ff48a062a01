package ranvier.scenarios.brunel;

import java.util.Arrays;

/** The four states of model A that the paper shows, with what it says of them. */
enum BrunelState {
  /** Asynchronous irregular. */
  AI("AI", 5.0, 2.0, 37.7, Double.NaN),
  /** Synchronous regular. */
  SR("SR", 3.0, 2.0, Double.NaN, Double.NaN),
  /** Synchronous irregular, with a fast oscillation. */
  FAST("fast", 6.0, 4.0, 60.7, 180.0),
  /** Synchronous irregular, with a slow oscillation. */
  SLOW("slow", 4.5, 0.9, 5.5, 22.0);

  private final String typed;
  private final double g;
  private final double eta;
  private final double paperHz;
  private final double paperRhythmHz;

  BrunelState(String typed, double g, double eta, double paperHz, double paperRhythmHz) {
    this.typed = typed;
    this.g = g;
    this.eta = eta;
    this.paperHz = paperHz;
    this.paperRhythmHz = paperRhythmHz;
  }

  /** The state as typed by users. */
  static BrunelState typed(String text) {
    return Arrays.stream(values()).filter(s -> s.typed.equals(text)).findFirst().orElseThrow(
        () -> new IllegalArgumentException("state must be one of " + String.join(", ", names()) + ", got " + text));
  }

  static String[] names() {
    return Arrays.stream(values()).map(BrunelState::typed).toArray(String[]::new);
  }

  String typed() {
    return typed;
  }

  /** Relative strength of inhibition. */
  double g() {
    return g;
  }

  /** External rate over the rate that reaches threshold. */
  double eta() {
    return eta;
  }

  /** Rate in the paper's simulation; NaN if it gives none. */
  double paperHz() {
    return paperHz;
  }

  /** Frequency of the global oscillation in the paper's simulation; NaN if it gives none. */
  double paperRhythmHz() {
    return paperRhythmHz;
  }
}
