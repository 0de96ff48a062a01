package ranvier.cli.doctor;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ranvier.engine.memory.MemoryEstimate;

/** Looks at one machine. The folders that it reads are those below a root, so that a test can lay out its own. */
public final class Examination {
  private static final int REQUIRED_JAVA = 25;
  private static final List<String> FASHION_MNIST = List.of("train-images-idx3-ubyte.gz", "train-labels-idx1-ubyte.gz",
      "t10k-images-idx3-ubyte.gz", "t10k-labels-idx1-ubyte.gz");

  private final Path root;
  private final String searchPath;

  /**
   * Looks at a machine.
   *
   * @param root where its file system starts: {@code /}
   * @param searchPath folders of programs, as in the variable PATH
   */
  public Examination(Path root, String searchPath) {
    this.root = root;
    this.searchPath = searchPath;
  }

  /** Everything that matters to a run, in the order in which a person wants to read it. */
  public List<Finding> findings() {
    return List.of(java(), cores(), memory(), heap(), hugePages(), vectorModule(), maven(), fashionMnist());
  }

  private Finding java() {
    String found = Runtime.version() + ", " + System.getProperty("java.vendor") + ", "
        + System.getProperty("java.home");
    return Runtime.version().feature() == REQUIRED_JAVA ? Finding.good("JDK", found)
        : new Finding("JDK", found, "Ranvier is built and tested with JDK " + REQUIRED_JAVA
            + "; install it or point RANVIER_JAVA_HOME to it");
  }

  private Finding cores() {
    int usable = Runtime.getRuntime().availableProcessors();
    long installed = lines("proc/cpuinfo").stream().filter(line -> line.startsWith("processor")).count();
    String limited = installed > usable ? " of " + installed + " (limited by the container or by affinity)" : "";
    return Finding.good("cores", usable + limited);
  }

  private Finding memory() {
    OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long total = system.getTotalMemorySize();
    String limit = line("sys/fs/cgroup/memory.max").filter(text -> text.matches("\\d{1,18}"))
        .map(Long::parseLong).filter(bytes -> bytes <= total)
        .map(bytes -> ", limited by the container to " + MemoryEstimate.text(bytes)).orElse("");
    String available = lines("proc/meminfo").stream().filter(line -> line.startsWith("MemAvailable:")).findFirst()
        .map(line -> line.replaceAll("\\D", "")).map(kib -> ", " + MemoryEstimate.text(1024 * Long.parseLong(kib))
            + " available").orElse("");
    return Finding.good("memory", MemoryEstimate.text(total) + available + limit);
  }

  private Finding heap() {
    String collectors = ManagementFactory.getGarbageCollectorMXBeans().stream().map(GarbageCollectorMXBean::getName)
        .collect(Collectors.joining(", "));
    String found = "up to " + MemoryEstimate.text(Runtime.getRuntime().maxMemory()) + " (" + collectors + ")";
    return collectors.startsWith("PS ") ? Finding.good("heap", found)
        : new Finding("heap", found, "start it with tools/ranvier, which chooses the parallel collector");
  }

  private Finding hugePages() {
    Optional<String> setting = line("sys/kernel/mm/transparent_hugepage/enabled");
    if (setting.isEmpty()) {
      return new Finding("huge pages", "this system does not say", "none known; runs take up to a third longer");
    }
    String chosen = setting.get().replaceAll(".*\\[(.*)].*", "$1");
    return chosen.equals("never") ? new Finding("huge pages", "transparent huge pages are off",
        "echo madvise | sudo tee /sys/kernel/mm/transparent_hugepage/enabled")
        : Finding.good("huge pages", "transparent, " + chosen);
  }

  private static Finding vectorModule() {
    String name = "jdk.incubator.vector";
    if (ModuleLayer.boot().findModule(name).isEmpty()) {
      return new Finding("vector module", "not loaded; the scalar twin runs, about half as fast",
          "start it with tools/ranvier, which adds " + name);
    }
    try {
      Object shape = Class.forName("jdk.incubator.vector.VectorShape").getMethod("preferredShape").invoke(null);
      int bits = (int) shape.getClass().getMethod("vectorBitSize").invoke(shape);
      return Finding.good("vector module", name + ", " + bits + " bits");
    } catch (ReflectiveOperationException unusable) {
      return new Finding("vector module", name + " cannot be used: " + unusable, "install a complete JDK "
          + REQUIRED_JAVA);
    }
  }

  private Finding maven() {
    return program("mvn").map(path -> Finding.good("Maven", path.toString()))
        .orElseGet(() -> new Finding("Maven", "not found; needed when the sources change",
            "sudo apt-get install maven"));
  }

  private Finding fashionMnist() {
    Path folder = root.resolve("usr/share/datasets/fashion-mnist");
    return FASHION_MNIST.stream().allMatch(file -> Files.isReadable(folder.resolve(file)))
        ? Finding.good("Fashion-MNIST", folder.toString())
        : new Finding("Fashion-MNIST", "not found; needed only by what learns images",
            "sudo apt-get install dataset-fashion-mnist");
  }

  private Optional<Path> program(String name) {
    return Stream.of(searchPath.split(java.io.File.pathSeparator)).filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder, name)).filter(Files::isExecutable).findFirst();
  }

  private Optional<String> line(String file) {
    return lines(file).stream().findFirst().map(String::strip);
  }

  private List<String> lines(String file) {
    try {
      return Files.readAllLines(root.resolve(file));
    } catch (IOException absent) {
      return List.of();
    }
  }
}
