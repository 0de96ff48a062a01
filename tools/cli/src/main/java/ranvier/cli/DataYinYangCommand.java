package ranvier.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import ranvier.formats.AtomicFile;
import ranvier.scenarios.data.YinYang;

/** Writes samples of the Yin-Yang set. */
@Command(name = "yinyang",
    description = {"the Yin-Yang set (Kriener, Goeltz, Petrovici 2022), bit for bit the published generator",
        "A table with a header: x, y, 1 - x, 1 - y, class (0 yin, 1 yang, 2 dot)."},
    footer = {
        "  ranvier data yinyang --seed 42 --samples 5000 --out yinyang-train.csv",
        "  ranvier data yinyang --seed 41 --samples 1000 --out yinyang-validation.csv",
        "  ranvier data yinyang --seed 40 --samples 1000 --out yinyang-test.csv"})
final class DataYinYangCommand implements Callable<Integer> {
  private static final long LARGEST_SEED = 0xFFFF_FFFFL;
  private static final int MOST_SAMPLES = 100_000_000;

  @Spec
  private CommandSpec spec;

  @Option(names = "--seed", paramLabel = "N",
      description = "of the generator, 0 to 4294967295 (default: 42; the published sets are 42 for training, 41 for"
          + " validation, 40 for testing)")
  private long seed = 42;

  @Option(names = "--samples", paramLabel = "N", description = "how many (default: 5000)")
  private long samples = 5000;

  @Option(names = "--out", paramLabel = "FILE", required = true, description = "the table")
  private Path out;

  @Override
  public Integer call() throws IOException {
    List<String> problems = new ArrayList<>();
    if (seed < 0 || seed > LARGEST_SEED) {
      problems.add("--seed: must be in 0.." + LARGEST_SEED + ", got " + seed);
    }
    if (samples < 1 || samples > MOST_SAMPLES) {
      problems.add("--samples: must be in 1.." + MOST_SAMPLES + ", got " + samples);
    }
    OutputFile.check("--out", out, problems);
    WrongInputException.throwIfAny(problems);
    YinYang set = YinYang.generate((int) seed, (int) samples);
    AtomicFile.write(out, set::writeCsv);
    spec.commandLine().getOut().println(out);
    return ExitCode.RAN;
  }
}
