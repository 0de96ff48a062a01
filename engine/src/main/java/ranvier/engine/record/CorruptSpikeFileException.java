package ranvier.engine.record;

import java.io.IOException;
import java.nio.file.Path;

/** A spike file is truncated or does not hold what was written; names the file, the offset and what is wrong. */
public final class CorruptSpikeFileException extends IOException {
  private static final long serialVersionUID = 1L;

  /** What is wrong at which byte. */
  public CorruptSpikeFileException(Path path, long offset, String problem) {
    super("spike file " + path + ", byte " + offset + ": " + problem + "; repeat the run to record it again");
  }
}
