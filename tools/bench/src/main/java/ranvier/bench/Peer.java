package ranvier.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Another simulator, installed from a Debian package, with our model files for it. It runs on one thread. */
public enum Peer {
  /** Brian2 in its fastest form, C++ standalone; its own time of the simulation loop, without compilation. */
  BRIAN2("brian2.py", "brian2", "python3-brian g++", Set.of("brunel", "vogels-abbott-cuba", "vogels-abbott-coba"));

  private static final List<String> PYTHONS = List.of("/usr/bin/python3", "python3");

  private final String file;
  private final String module;
  private final String packages;
  private final Set<String> models;
  private volatile String found;

  Peer(String file, String module, String packages, Set<String> models) {
    this.file = file;
    this.module = module;
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

  /** How to install it, if it is missing; otherwise null. */
  public String missing() throws InterruptedException {
    return python() == null
        ? program() + " is not installed; sudo apt-get install " + packages : null;
  }

  /** The interpreter that has it; looked for once, since its modules take seconds to load. */
  private String python() throws InterruptedException {
    if (found != null) {
      return found;
    }
    for (String python : PYTHONS) {
      if (has(python, module)) {
        found = python;
        return python;
      }
    }
    return null;
  }

  private static boolean has(String python, String module) throws InterruptedException {
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
      Path script = folder.resolve(file);
      try (InputStream source = Peer.class.getResourceAsStream(file)) {
        Files.copy(source, script);
      }
      return Processes.measurement(new ArrayList<>(List.of(python, script.toString(), model,
          Double.toString(milliseconds), folder.toString())));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot prepare the run of " + program() + ": " + e.getMessage(), e);
    }
  }
}
