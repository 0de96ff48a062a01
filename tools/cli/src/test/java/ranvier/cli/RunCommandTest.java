package ranvier.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ranvier.cli.output.OutputFolder;
import ranvier.scenarios.RunSettings;

class RunCommandTest {
  private static final long SIGINT = 1L << (2 - 1);

  @TempDir
  private Path folder;

  @AfterEach
  void forget() {
    FakeScenario.meanwhile = () -> { };
    FakeScenario.last = null;
  }

  private Invocation run(String... more) {
    String[] arguments = new String[more.length + 2];
    System.arraycopy(more, 0, arguments, 1, more.length);
    arguments[0] = "run";
    arguments[more.length + 1] = "--out=" + folder.resolve("out");
    return Invocation.of(arguments);
  }

  @Test
  void aBareRunUsesTheDefaultsOfTheScenario() {
    Invocation ran = run("fake");

    assertEquals(0, ran.exitCode(), ran.err());
    assertEquals(new RunSettings(1000, 100, 0.1, "grid", false, Runtime.getRuntime().availableProcessors(), 1, 1, null),
        FakeScenario.last.settings());
    assertEquals(Map.of("background", "poisson", "rate", "8"), FakeScenario.last.parameters());
    assertEquals("", ran.err(), "no progress unless standard error is a terminal");
  }

  @Test
  void everyOptionReachesTheRun() {
    Invocation ran = run("fake", "--duration", "250", "--transient=0", "--dt", "0.05", "--timing=exact", "--precision",
        "single", "--threads", "1", "--seed", "-7", "--scale", "0.2", "--set", "background=dc", "--set=rate=9.5",
        "--record", "E, I");

    assertEquals(0, ran.exitCode(), ran.err());
    assertEquals(new RunSettings(250, 0, 0.05, "exact", true, 1, -7, 0.2, List.of("E", "I")),
        FakeScenario.last.settings());
    assertEquals(Map.of("background", "dc", "rate", "9.5"), FakeScenario.last.parameters());
  }

  @Test
  void recordTellsAllFromNone() {
    run("fake", "--record", "all");
    assertNull(FakeScenario.last.settings().record());
    run("fake", "--record", "none");
    assertEquals(List.of(), FakeScenario.last.settings().record());
  }

  @Test
  void theResultIsPrintedWithPublishedRatesAndChecks() {
    String out = run("fake", "--threads=2").out();

    assertTrue(out.contains("fake: 1,250 neurons, 1,000,000 synapses"), out);
    assertTrue(out.contains("1100 ms of biological time in 0.55 s, real-time factor 0.50 (grid, double, 2 threads"),
        out);
    assertTrue(out.contains("""
        population  neurons  rate (Hz)  published  CV of ISI  synchrony  silent
        E             1,000       3.25       3.00       0.90       1.10     5 %
        I               250       12.5       10.0          -       1.20     0 %
        """), out);
    assertTrue(out.contains("""
        check        expected  tolerance  actual  holds
        rate E (Hz)      3.00       0.50    3.25  yes
        rate I (Hz)      10.0       1.00    12.5  NO
        """), out);
    assertTrue(out.contains("1 of 2 checks hold"), out);
    assertTrue(out.endsWith("report: " + folder.resolve("out/report.html") + "\n"), out);
  }

  @Test
  void quietPrintsThePathOfTheReportOnly() {
    Invocation ran = run("fake", "--quiet");

    assertEquals(folder.resolve("out/report.html") + "\n", ran.out());
    assertEquals("", ran.err());
  }

  @Test
  void nothingButResultsIsLeftInTheFolder() throws IOException {
    assertEquals(0, run("fake").exitCode());

    assertFalse(Files.exists(FakeScenario.last.workFolder()));
    try (var left = Files.list(folder.resolve("out"))) {
      assertEquals(List.of(), left.filter(file -> file.getFileName().toString().startsWith(".")).toList());
    }
  }

  @Test
  void anInterruptedRunWritesWhatThereIsAndSaysSo() throws IOException {
    assumeFalse(ignoresInterrupts(), "a shell that starts jobs in the background lets them ignore SIGINT");
    FakeScenario.meanwhile = () -> {
      try {
        new ProcessBuilder("kill", "-INT", Long.toString(ProcessHandle.current().pid())).start().waitFor();
      } catch (IOException | InterruptedException cannotKill) {
        throw new IllegalStateException(cannotKill);
      }
      while (!FakeScenario.last.stop().getAsBoolean()) {
        Thread.onSpinWait();
      }
    };
    Invocation ran = run("fake");

    assertEquals(130, ran.exitCode());
    assertTrue(ran.err().contains("Stopping at the end of this slice"), ran.err());
    assertTrue(ran.out().contains("stopped early: 550 ms of biological time"), ran.out());
    assertTrue(Files.exists(folder.resolve("out/summary.json")));
  }

  /** A virtual machine that was started with SIGINT ignored never hears it. */
  private static boolean ignoresInterrupts() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return false;
    }
    String ignored = Files.readAllLines(status).stream().filter(line -> line.startsWith("SigIgn:")).findFirst()
        .orElse("SigIgn: 0");
    return (Long.parseUnsignedLong(ignored.substring(ignored.indexOf(':') + 1).strip(), 16) & SIGINT) != 0;
  }

  @Test
  void twoRunsIntoOneFolderAreRefused() throws IOException {
    try (OutputFolder held = OutputFolder.take(folder.resolve("out"))) {
      Invocation second = run("fake");

      assertEquals(2, second.exitCode());
      assertTrue(second.err().contains("another run (process " + ProcessHandle.current().pid() + ") writes to "
          + held.path()), second.err());
      assertNull(FakeScenario.last, "nothing was run");
    }
    assertEquals(0, run("fake").exitCode(), "the folder is free again");
  }

  @Test
  void aFolderThatCannotBeWrittenIsFoundOutBeforeTheRun() throws IOException {
    Files.writeString(folder.resolve("out"), "a file");
    Invocation refused = run("fake");

    assertEquals(2, refused.exitCode());
    assertEquals("ranvier run: cannot write to the folder " + folder.resolve("out") + ": " + folder.resolve("out")
        + " is a file; choose another one with --out\n", refused.err());
    assertNull(FakeScenario.last, "nothing was run");
  }

  @Test
  void aFailingRunSaysWhyAndLeavesNoSummary() {
    Invocation failed = run("blows-up");

    assertEquals(1, failed.exitCode());
    assertEquals("ranvier run: V_m of neuron 7 of E is NaN at 12.5 ms\n", failed.err());
    assertFalse(Files.exists(folder.resolve("out/summary.json")));
  }

  @Test
  void settingsThatAScenarioRefusesAreWrongInput() {
    Invocation refused = run("refuses", "--scale=0.5");

    assertEquals(2, refused.exitCode());
    assertEquals("ranvier run: --scale: refuses has no downscaling rule\n", refused.err());
  }

  @Test
  void aFullHeapIsToldWithTheRemedy() {
    Invocation failed = run("too-large");

    assertEquals(1, failed.exitCode());
    assertTrue(failed.err().contains("too-large does not fit into the heap of "), failed.err());
    assertTrue(failed.err().contains("RANVIER_JAVA_OPTS=-Xmx"), failed.err());
  }

  @Test
  void allWrongSettingsAreToldAtOnce() {
    Invocation wrong = run("fake", "--duration=0", "--transient=-1", "--dt=NaN", "--threads=0", "--scale=-2",
        "--timing=gird", "--precision=half");

    assertEquals(2, wrong.exitCode());
    assertEquals("""
        ranvier run:
          --duration: must be positive, got 0
          --transient: must not be negative, got -1
          --dt: must be positive, got NaN
          --threads: must be in 1..1024, got 0
          --scale: must be positive, got -2
          --timing: must be one of grid, exact, got gird (did you mean grid?)
          --precision: must be one of double, single, got half (valid: double, single)
        """, wrong.err());
  }

  @Test
  void allWrongParametersAreToldAtOnce() {
    Invocation wrong = run("fake", "--set=bakground=dc", "--set", "background=noise", "--set=rate=fast", "--set=dc");

    assertEquals(2, wrong.exitCode());
    assertEquals(4, wrong.err().lines().filter(line -> line.startsWith("  --set")).count(), wrong.err());
    assertTrue(wrong.err().contains("fake has no parameter bakground (did you mean background?)"), wrong.err());
    assertTrue(wrong.err().contains("--set background=noise: must be one of poisson, dc, got noise"), wrong.err());
    assertTrue(wrong.err().contains("--set rate=fast: must be a finite number (Hz), got fast"), wrong.err());
    assertTrue(wrong.err().contains("--set dc: must be written KEY=VALUE"), wrong.err());
  }

  @Test
  void aParameterSetTwiceIsAMistake() {
    Invocation wrong = run("fake", "--set=rate=1", "--set=rate=2");

    assertEquals(2, wrong.exitCode());
    assertTrue(wrong.err().contains("rate is set twice"), wrong.err());
  }

  @Test
  void unknownNamesGetTheNearest() {
    Invocation wrong = Invocation.of("run", "fakee");

    assertEquals(2, wrong.exitCode());
    assertEquals("ranvier run: there is no scenario and no file named fakee (did you mean fake?)\n", wrong.err());
  }

  @Test
  void moreThreadsThanCoresAreWarnedOf() {
    int cores = Runtime.getRuntime().availableProcessors();
    Invocation ran = run("fake", "--threads=" + (cores + 1));

    assertEquals(0, ran.exitCode());
    assertTrue(ran.err().startsWith("warning: " + (cores + 1) + " threads on " + cores + " cores"), ran.err());
  }
}
