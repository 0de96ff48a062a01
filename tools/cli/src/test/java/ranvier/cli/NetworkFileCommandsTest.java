package ranvier.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import ranvier.formats.NetworkFile;

/** The commands that take a network file, with files good and bad. */
class NetworkFileCommandsTest {
  private static final String PAIR = """
      populations:
        E: {size: 80, model: iaf_psc_exp}
        I: {size: 20, model: iaf_psc_exp}
      projections:
        - {source: E, target: I, rule: {fixed_in_degree: {in_degree: 8}}, weight: 20, delay_ms: 1.5}
        - {source: I, target: E, rule: {fixed_in_degree: {in_degree: 2}}, weight: -100, delay_ms: 0.5}
      stimuli:
        - poisson: {target: E, rate_hz: 20000, weight: 40}
      run: {duration_ms: 20, transient_ms: 5, dt_ms: 0.1, seed: 3, record: [E]}
      """;

  @TempDir
  private Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("pair.yaml"), text);
  }

  private Invocation run(Path file, String... more) {
    String[] arguments = new String[more.length + 3];
    System.arraycopy(more, 0, arguments, 3, more.length);
    arguments[0] = "run";
    arguments[1] = file.toString();
    arguments[2] = "--out=" + folder.resolve("out");
    return Invocation.of(arguments);
  }

  @Test
  void checkCountsWhatAValidFileDescribes() throws IOException {
    Path file = file(PAIR);
    Invocation valid = Invocation.of("check", file.toString());

    assertEquals(0, valid.exitCode(), valid.err());
    assertEquals(file + ": valid; 2 populations, 2 projections, 100 neurons, 320 synapses\n", valid.out());
  }

  @Test
  void checkTellsAllProblemsAtOnce() throws IOException {
    Path file = file(PAIR.replace("size: 80", "size: -80").replace("model: iaf_psc_exp}\nproj",
        "model: iaf_psc_expp}\nproj").replace("delay_ms: 0.5", "delay_ms: 0.01").replace("duration_ms", "duration"));
    Invocation wrong = Invocation.of("check", file.toString());

    assertEquals(2, wrong.exitCode());
    assertEquals("", wrong.out());
    assertTrue(wrong.err().contains("populations.E.size"), wrong.err());
    assertTrue(wrong.err().contains("-80"), wrong.err());
    assertTrue(wrong.err().contains("run.duration"), wrong.err());
    assertTrue(wrong.err().contains("duration_ms"), wrong.err());
    assertTrue(wrong.err().contains("0.01"), wrong.err());
  }

  @Test
  void aDelayBelowTheStepIsRefusedUnlessTheStepIsShortened() throws IOException {
    Path file = file(PAIR.replace("delay_ms: 0.5", "delay_ms: 0.05"));

    assertEquals(2, run(file).exitCode());
    assertEquals(0, run(file, "--dt=0.05").exitCode());
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    for (String command : new String[] {"check", "run", "estimate"}) {
      Invocation wrong = Invocation.of(command, folder.resolve("none.yaml").toString());

      assertEquals(2, wrong.exitCode());
      assertTrue(wrong.err().contains("none.yaml") && wrong.err().lines().count() == 1, wrong.err());
    }
  }

  @Test
  void runLeavesEverythingThatTheContractPromises() throws IOException {
    Invocation ran = run(file(PAIR), "--csv", "--threads=1");

    assertEquals(0, ran.exitCode(), ran.err());
    for (String name : new String[] {"summary.json", "spikes.h5", "spikes.csv", "report.html"}) {
      assertTrue(Files.size(folder.resolve("out").resolve(name)) > 0, name);
    }
    String summary = Files.readString(folder.resolve("out/summary.json"));
    assertTrue(summary.contains("\"scenario\" : \"pair\"") && summary.contains("\"seed\" : 3"), summary);
    assertTrue(Files.readString(folder.resolve("out/spikes.csv")).startsWith("neuron,time_ms\n"));
  }

  @Test
  void withoutRecordingThereAreNoSpikeFilesAndTheSameHash() throws IOException {
    Path file = file(PAIR);
    run(file, "--csv");
    String hash = hash();
    Invocation ran = run(file, "--record=none", "--threads=1");

    assertEquals(0, ran.exitCode(), ran.err());
    assertFalse(Files.exists(folder.resolve("out/spikes.h5")));
    assertFalse(Files.exists(folder.resolve("out/spikes.csv")));
    assertEquals(hash, hash());
  }

  private String hash() throws IOException {
    return Files.readAllLines(folder.resolve("out/summary.json")).stream().filter(line -> line.contains("spikeHash"))
        .findFirst().orElseThrow();
  }

  @Test
  void anUnknownPopulationToRecordGetsTheNearest() throws IOException {
    Invocation wrong = run(file(PAIR), "--record=E,J");

    assertEquals(2, wrong.exitCode());
    assertTrue(wrong.err().contains("--record: there is no population J (did you mean"), wrong.err());
  }

  @Test
  void aFileHasNeitherScaleNorParameters() throws IOException {
    Path file = file(PAIR);

    assertTrue(run(file, "--scale=0.5").err().contains("no downscaling rule"));
    assertTrue(run(file, "--set=a=1").err().contains("pair has no parameters"));
    assertEquals(2, run(file, "--scale=0.5").exitCode());
  }

  @Test
  void estimateCountsBytesByPart() throws IOException {
    Invocation estimate = Invocation.of("estimate", file(PAIR).toString());

    assertEquals(0, estimate.exitCode(), estimate.err());
    assertTrue(estimate.out().startsWith("pair: 100 neurons, 320 synapses\n"), estimate.out());
    assertTrue(estimate.out().contains("projections.E->I") && estimate.out().contains("it fits"), estimate.out());
  }

  @Test
  void aNetworkBeyondTheMemoryIsRefusedBeforeItIsBuilt() throws IOException {
    Path file = file(PAIR.replace("fixed_in_degree: {in_degree: 2}", "fixed_total_number: {number: 1000000000000}"));
    Invocation estimate = Invocation.of("estimate", file.toString());
    assertTrue(estimate.out().contains("does NOT fit"), estimate.out() + estimate.err());

    Invocation refused = run(file);
    assertEquals(2, refused.exitCode());
    assertTrue(refused.err().contains("available"), refused.err());
  }

  @Test
  void theEffectiveDescriptionGivesTheSameSpikesAgain() throws IOException {
    Path file = file(PAIR);
    run(file, "--seed=5", "--duration=15");
    final String hash = hash();
    Plan plan = Plan.of(file.toString(), options("--seed=5", "--duration=15"));
    String effective = EffectiveDescription.of(plan.network().orElseThrow(), plan.settings());
    run(Files.writeString(folder.resolve("again.yaml"), effective));

    assertEquals(hash, hash());
    assertEquals(plan.network().orElseThrow(), NetworkFile.read(folder.resolve("again.yaml")).network());
  }

  private static RunOptions options(String... arguments) {
    RunOptions options = new RunOptions();
    new CommandLine(CommandSpec.create().addMixin("options", CommandSpec.forAnnotatedObject(options)))
        .parseArgs(arguments);
    return options;
  }

  @Test
  void theCommandInTheReportNamesEverythingThatMatters() throws IOException {
    Path file = file(PAIR);
    Plan plan = Plan.of(file.toString(), options("--seed=5", "--precision=single"));

    assertEquals(List.of("./tools/ranvier", "run", file.toString(), "--duration", "20", "--transient", "5",
        "--dt", "0.1", "--timing", "grid", "--precision", "single", "--seed", "5", "--record", "E"), plan.command());
  }
}
