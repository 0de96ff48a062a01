package ranvier.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Cache of a core that holds data.
 *
 * @param level 1 is the nearest
 */
public record Cache(int level, long bytes) {
  private static final Path OF_THE_FIRST_CORE = Path.of("/sys/devices/system/cpu/cpu0/cache");

  /** Those of this machine, the nearest first; empty where the system does not tell. */
  public static List<Cache> ofThisMachine() {
    List<Cache> caches = new ArrayList<>();
    for (int k = 0; Files.isDirectory(OF_THE_FIRST_CORE.resolve("index" + k)); k++) {
      Path folder = OF_THE_FIRST_CORE.resolve("index" + k);
      try {
        if (!Files.readString(folder.resolve("type")).strip().equals("Instruction")) {
          caches.add(new Cache(Integer.parseInt(Files.readString(folder.resolve("level")).strip()),
              bytes(Files.readString(folder.resolve("size")).strip())));
        }
      } catch (IOException | NumberFormatException untold) {
        return List.of();
      }
    }
    return List.copyOf(caches);
  }

  /** {@code 512K} or {@code 32M} in bytes. */
  static long bytes(String size) {
    long unit = switch (size.charAt(size.length() - 1)) {
      case 'K' -> 1L << 10;
      case 'M' -> 1L << 20;
      default -> 1L;
    };
    return unit * Long.parseLong(unit == 1 ? size : size.substring(0, size.length() - 1));
  }

  /** As it is usually called: {@code L2 (512 KiB)}. */
  public String name() {
    return bytes >= 1L << 20 ? String.format(Locale.ROOT, "L%d (%d MiB)", level, bytes >> 20)
        : String.format(Locale.ROOT, "L%d (%d KiB)", level, bytes >> 10);
  }
}
