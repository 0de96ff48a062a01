package ranvier.formats;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.RuntimeMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a run ran on, as far as the JVM tells; belongs beside every measured time. */
public final class Machine {
  private static final Path CPU_INFO = Path.of("/proc/cpuinfo");

  private Machine() {}

  /** Cores, processor and system in a few words. */
  public static String inWords() {
    int cores = Runtime.getRuntime().availableProcessors();
    return cores + (cores == 1 ? " core of " : " cores of ") + processor().orElse(System.getProperty("os.arch")) + ", "
        + System.getProperty("os.name") + ", Java " + System.getProperty("java.version");
  }

  static Map<String, Object> jvm() {
    RuntimeMXBean runtime = ManagementFactory.getRuntimeMXBean();
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("name", runtime.getVmName());
    facts.put("version", System.getProperty("java.runtime.version"));
    facts.put("vendor", runtime.getVmVendor());
    facts.put("flags", runtime.getInputArguments());
    facts.put("maxHeapBytes", Runtime.getRuntime().maxMemory());
    facts.put("vectorModule", ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent());
    return facts;
  }

  static Map<String, Object> machine() {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("os", System.getProperty("os.name") + " " + System.getProperty("os.version"));
    facts.put("arch", System.getProperty("os.arch"));
    facts.put("cpu", processor().orElse(null));
    facts.put("cores", Runtime.getRuntime().availableProcessors());
    facts.put("memoryBytes", ManagementFactory.getOperatingSystemMXBean()
        instanceof com.sun.management.OperatingSystemMXBean system ? system.getTotalMemorySize() : null);
    return facts;
  }

  private static Optional<String> processor() {
    if (!Files.isReadable(CPU_INFO)) {
      return Optional.empty();
    }
    try (Stream<String> lines = Files.lines(CPU_INFO)) {
      return lines.filter(line -> line.startsWith("model name")).findFirst()
          .map(line -> line.substring(line.indexOf(':') + 1).strip());
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }
}
