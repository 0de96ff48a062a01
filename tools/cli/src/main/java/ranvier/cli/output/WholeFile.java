package ranvier.cli.output;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Files that appear complete or not at all: written beside their place, forced to disk, then renamed. */
final class WholeFile {
  /** Ends the names of files that are being written. */
  static final String PART = ".part";

  private WholeFile() {}

  /** What writes the content to the path it is given. */
  @FunctionalInterface
  interface Content {
    /** Writes all of it. */
    void writeTo(Path file) throws IOException;
  }

  /**
   * Writes a file.
   *
   * @throws IOException naming the file, if it could not be written; then nothing of it is left
   */
  static void write(Path file, Content content) throws IOException {
    Path part = file.resolveSibling("." + file.getFileName() + PART);
    try {
      content.writeTo(part);
      try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException failed) {
      Files.deleteIfExists(part);
      throw new IOException("cannot write " + file + ": " + failed.getMessage(), failed);
    } catch (RuntimeException | Error failed) {
      Files.deleteIfExists(part);
      throw failed;
    }
  }
}
