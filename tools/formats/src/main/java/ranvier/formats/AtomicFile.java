package ranvier.formats;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A file that appears complete or not at all: it is written beside its place under another name, forced to the disk and
 * moved there by {@link #commit}. Closing without commit deletes what was written and leaves an old file alone.
 */
public final class AtomicFile implements Closeable {
  private final Path target;
  private final Path partial;
  private boolean committed;

  /** Prepares to write {@code target}; its folder must exist. */
  public AtomicFile(Path target) {
    this.target = target;
    partial = target.resolveSibling("." + target.getFileName() + ".part");
  }

  /** Writes to the path that it is given. */
  @FunctionalInterface
  public interface Content {
    /** Writes everything. */
    void writeTo(Path path) throws IOException;
  }

  /**
   * Writes a whole file.
   *
   * @throws IOException naming the file; there is no half file then
   */
  public static void write(Path target, Content content) throws IOException {
    try (AtomicFile file = new AtomicFile(target)) {
      content.writeTo(file.partial());
      file.commit();
    } catch (IOException problem) {
      throw new IOException("cannot write " + target + ": " + reason(problem), problem);
    }
  }

  /** Where to write until {@link #commit}. */
  public Path partial() {
    return partial;
  }

  /** Puts the file into its place. */
  public void commit() throws IOException {
    try (FileChannel channel = FileChannel.open(partial, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    committed = true;
  }

  @Override
  public void close() throws IOException {
    if (!committed) {
      Files.deleteIfExists(partial);
    }
  }

  private static String reason(IOException problem) {
    // The message of these is the bare path.
    return switch (problem) {
      case java.nio.file.NoSuchFileException missing -> "the folder does not exist";
      case java.nio.file.AccessDeniedException denied -> "permission denied";
      default -> problem.getMessage() == null ? problem.toString() : problem.getMessage();
    };
  }
}
