package ranvier.scenarios;

import java.nio.file.Path;
import java.util.Map;

/**
 * What a run is given.
 *
 * @param settings what the user asked for
 * @param parameters the scenario's own parameters, defaults filled in, checked against their choices
 * @param workFolder where large intermediate files go (the spike file); exists
 * @param progress told how far the run is
 * @param stop becomes true when the user wants to stop
 */
public record RunContext(RunSettings settings, Map<String, String> parameters, Path workFolder, Progress progress,
    java.util.function.BooleanSupplier stop) {
  /** Where a file belongs that the run leaves beside its report: the work folder lies in the output folder. */
  public Path resultFile(String name) {
    return workFolder.toAbsolutePath().resolveSibling(name);
  }

  /** The same with other settings. */
  public RunContext with(RunSettings other) {
    return new RunContext(other, parameters, workFolder, progress, stop);
  }

  /**
   * A numeric parameter.
   *
   * @throws IllegalArgumentException if it is not a number
   */
  public double number(String key) {
    String text = parameters.get(key);
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException notANumber) {
      throw new IllegalArgumentException("parameter " + key + " must be a number, got " + text, notANumber);
    }
  }
}
