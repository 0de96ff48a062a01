package ranvier.bench;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Another simulator, installed from a Debian package, with our model files for it. It runs on one thread. */
public enum Peer {
  /** Brian2 in its fastest form, C++ standalone; its own time of the simulation loop, without compilation. */
  BRIAN2(List.of("brian2.py"), List.of("g++"), "python3-brian g++",
      Set.of("brunel", "vogels-abbott-cuba", "vogels-abbott-coba")),
  /**
   * NEURON: neurons of ours, compiled by nrnivmodl, step by step, or its own artificial cells event by event; time of
   * the simulation loop, without compilation.
   */
  NEURON(List.of("neuron.py", "lif_currents.mod", "lif_conductances.mod"), List.of("nrnivmodl", "make", "c++"),
      "python3-neuron neuron-dev g++ make", Set.of("vogels-abbott-cuba", "vogels-abbott-coba", "artificial-cells"));

  private static final List<String> PYTHONS = List.of("/usr/bin/python3", "python3");

  private final List<String> files;
  private final List<String> programs;
  private final String packages;
  private final Set<String> models;
  private volatile String found;

  /**
   * A simulator that is a Python module of its own name.
   *
   * @param files the script first, then what it reads
   * @param programs that the script calls
   */
  Peer(List<String> files, List<String> programs, String packages, Set<String> models) {
    this.files = files;
    this.programs = programs;
    this.packages = packages;
    this.models = models;
  }

  /** As typed and printed. */
  public String program() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether there is a model file for it. */
  public boolean has(String model) {
    return models.contains(model);
  }

  /** The models that there are files for. */
  public Set<String> models() {
    return models;
  }

  /** How to install it, if it or something it needs is missing; otherwise null. */
  public String missing() throws InterruptedException {
    String remedy = "; sudo apt-get install " + packages;
    for (String program : programs) {
      if (!isOnPath(program)) {
        return program() + " needs " + program + ", which is not installed" + remedy;
      }
    }
    return python() == null ? program() + " is not installed" + remedy : null;
  }

  private static boolean isOnPath(String program) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  /** The interpreter that has it; looked for once, since its modules take seconds to load. */
  private String python() throws InterruptedException {
    if (found != null) {
      return found;
    }
    for (String python : PYTHONS) {
      if (imports(python, program())) {
        found = python;
        return python;
      }
    }
    return null;
  }

  private static boolean imports(String python, String module) throws InterruptedException {
    try {
      Process process = new ProcessBuilder(python, "-c", "import " + module).redirectErrorStream(true).start();
      process.getInputStream().readAllBytes();
      return process.waitFor() == 0;
    } catch (IOException noSuchInterpreter) {
      return false;
    }
  }

  /** One run. */
  Measurement run(String model, double milliseconds) throws InterruptedException {
    String python = python();
    if (python == null) {
      throw new BenchException(missing());
    }
    try (TemporaryFolder temporary = new TemporaryFolder()) {
      Path folder = temporary.path();
      for (String file : files) {
        try (InputStream source = Peer.class.getResourceAsStream(file)) {
          Files.copy(source, folder.resolve(file));
        }
      }
      return Processes.measurement(List.of(python, folder.resolve(files.getFirst()).toString(), model,
          Double.toString(milliseconds), folder.toString()));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot prepare the run of " + program() + ": " + e.getMessage(), e);
    }
  }
}
