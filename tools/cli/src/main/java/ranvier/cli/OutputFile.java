package ranvier.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Whether a file that an option names can be written, before anything is computed for it. */
final class OutputFile {
  private OutputFile() {}

  /** Adds what is wrong; null: nothing is to be written. */
  static void check(String option, Path file, List<String> wrong) {
    if (file != null && !Files.isDirectory(file.toAbsolutePath().getParent())) {
      wrong.add(option + ": no folder " + file.toAbsolutePath().getParent());
    } else if (file != null && Files.isDirectory(file)) {
      wrong.add(option + ": " + file + " is a folder, give a file");
    }
  }
}
