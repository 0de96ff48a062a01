package ranvier.scenarios;

import java.util.List;

/**
 * A parameter of a scenario.
 *
 * @param key as typed: {@code background}
 * @param unit or empty
 * @param defaultValue as typed
 * @param choices accepted values; empty: a number if the default is one, otherwise any text
 * @param meaning one phrase
 */
public record ScenarioParameter(String key, String unit, String defaultValue, List<String> choices, String meaning) {
  /** Copies the list. */
  public ScenarioParameter {
    choices = List.copyOf(choices);
  }

  /** A number. */
  public static ScenarioParameter number(String key, String unit, double defaultValue, String meaning) {
    String text = defaultValue == Math.rint(defaultValue) && Math.abs(defaultValue) < 1e15
        ? Long.toString((long) defaultValue) : Double.toString(defaultValue);
    return new ScenarioParameter(key, unit, text, List.of(), meaning);
  }

  /** One of several words; the first is the default. */
  public static ScenarioParameter choice(String key, String meaning, String... choices) {
    return new ScenarioParameter(key, "", choices[0], List.of(choices), meaning);
  }
}
