package ranvier.engine.model;

/**
 * One parameter of a model.
 *
 * @param name the field's name, as in NEST/PyNN: {@code tau_m}
 * @param unit {@code ms}, {@code mV}, {@code pA}, {@code nS}, {@code pF}, or empty
 * @param defaultValue used where a description gives none; booleans are 0 and 1
 * @param range which values are accepted
 * @param meaning one phrase
 */
public record ParameterSpec(String name, String unit, double defaultValue, Range range, String meaning) {
  /** Accepted values. */
  public enum Range {
    /** Any finite number. */
    FINITE("finite"),
    /** Any number or minus or plus infinity. */
    ANY("a number or infinity"),
    /** A finite number above 0. */
    POSITIVE("positive"),
    /** A finite number, 0 or above. */
    NOT_NEGATIVE("not negative"),
    /** 0 or 1, written false or true in a file. */
    BOOLEAN("true or false"),
    /** From 0 to 1. */
    FRACTION("in [0, 1]");

    private final String text;

    Range(String text) {
      this.text = text;
    }

    /** Whether the value is accepted. */
    public boolean accepts(double value) {
      return switch (this) {
        case FINITE -> Double.isFinite(value);
        case ANY -> !Double.isNaN(value);
        case POSITIVE -> value > 0 && Double.isFinite(value);
        case NOT_NEGATIVE -> value >= 0 && Double.isFinite(value);
        case BOOLEAN -> value == 0.0 || value == 1.0;
        case FRACTION -> value >= 0 && value <= 1;
      };
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
