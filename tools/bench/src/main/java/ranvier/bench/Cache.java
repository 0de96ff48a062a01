package ranvier.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cache of a core that holds data.
 *
 * @param level 1 is the nearest
 */
public record Cache(int level, long bytes) {
  private static final Path OF_THE_FIRST_CORE = Path.of("/sys/devices/system/cpu/cpu0/cache");
  private static final Pattern SIZE = Pattern.compile("LEVEL(\\d)_D?CACHE_SIZE\\s+([1-9]\\d{0,17})");

  /** Those of this machine, the nearest first; empty where the system does not tell. */
  public static List<Cache> ofThisMachine() {
    List<Cache> caches = ofTheKernel();
    return caches.isEmpty() ? ofTheLibrary() : caches;
  }

  private static List<Cache> ofTheKernel() {
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

  /** What the C library has from the processor itself, where a virtual machine's kernel knows nothing. */
  private static List<Cache> ofTheLibrary() {
    try {
      Process process = new ProcessBuilder("getconf", "-a").redirectError(ProcessBuilder.Redirect.DISCARD).start();
      List<String> lines;
      try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
        lines = output.lines().toList();
      }
      return process.waitFor() == 0 ? ofConfiguration(lines) : List.of();
    } catch (IOException | UncheckedIOException missing) {
      return List.of();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return List.of();
    }
  }

  /** From lines such as {@code LEVEL1_DCACHE_SIZE 49152}. */
  static List<Cache> ofConfiguration(List<String> lines) {
    List<Cache> caches = new ArrayList<>();
    for (String line : lines) {
      Matcher size = SIZE.matcher(line);
      if (size.matches()) {
        caches.add(new Cache(Integer.parseInt(size.group(1)), Long.parseLong(size.group(2))));
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
