package ranvier.cli.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import ranvier.scenarios.result.RunResult;

/**
 * The files of one run, in the order in which they are written. {@code summary.json} comes last, so a folder with a
 * summary holds everything that belongs to it. Files of an earlier run in the same folder are replaced or removed.
 */
public final class ResultFiles {
  private static final String SUMMARY = "summary.json";

  private final Map<String, Writer> writers = new LinkedHashMap<>();

  /** Writes one file of a run, whole or not at all. */
  @FunctionalInterface
  public interface Writer {
    /** Writes it; its folder exists. Errors name the file. */
    void write(RunResult result, Path file) throws IOException;
  }

  /** Adds a file; a null writer means that a file of that name must not be there. */
  public ResultFiles file(String name, Writer writer) {
    writers.put(name, writer);
    return this;
  }

  /**
   * Writes all files.
   *
   * @throws IOException naming the file that could not be written; then there is no summary
   */
  public void write(RunResult result, Path folder) throws IOException {
    Files.deleteIfExists(folder.resolve(SUMMARY));
    for (Map.Entry<String, Writer> entry : writers.entrySet()) {
      Path file = folder.resolve(entry.getKey());
      if (entry.getValue() == null) {
        Files.deleteIfExists(file);
      } else {
        entry.getValue().write(result, file);
      }
    }
  }
}
