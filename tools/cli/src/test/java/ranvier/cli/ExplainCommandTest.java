package ranvier.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A chain whose causes are known: two spike trains drive A, which drives B; the jumps of the potential are 9 and 8 mV,
 * 15 mV are needed.
 */
class ExplainCommandTest {
  private static final String CHAIN = """
      name: chain
      populations:
        A: {size: 1, model: iaf_psc_delta}
        B: {size: 2, model: iaf_psc_delta}
      spike_trains:
        in: {times_ms: [[10.0], [11.0]]}
      projections:
        - {source: in, target: A, rule: {explicit: {sources: [0, 1], targets: [0, 0]}},
           weight: [9, 8], delay_ms: 1.25}
        - {source: A, target: B, rule: {explicit: {sources: [0], targets: [1]}}, weight: 16, delay_ms: 2.5}
      run: {duration_ms: 50, timing: exact}
      """;

  @TempDir
  private Path folder;
  private Path run;
  private Path network;

  @BeforeEach
  void runTheChain() throws IOException {
    network = Files.writeString(folder.resolve("chain.yaml"), CHAIN);
    run = folder.resolve("run");
    Invocation ran = Invocation.of("run", network.toString(), "--csv", "--out", run.toString());
    assertEquals(0, ran.exitCode(), ran.err());
    assertEquals(List.of("neuron,time_ms", "0,12.25", "2,14.75"), Files.readAllLines(run.resolve("spikes.csv")));
  }

  private static Invocation explain(Object... arguments) {
    String[] words = new String[arguments.length + 1];
    words[0] = "explain";
    for (int k = 0; k < arguments.length; k++) {
      words[k + 1] = arguments[k].toString();
    }
    return Invocation.of(words);
  }

  @Test
  void aRunIsRepeatedAndTheCausesAreNamed() {
    Invocation said = explain(run, "--neuron", "A:0", "--time", "12.25");

    assertEquals(0, said.exitCode(), said.err());
    // 9 mV that decayed for 1 ms with 10 ms, and 8 mV at the time of the spike.
    assertEquals(9.0 * Math.exp(-0.1), 8.1435, 5e-5);
    assertEquals("""
        A:0 spiked at 12.250000 ms, for the first time
        membrane potential -53.8565 mV; -70.0000 mV without the 2 arrivals since 0.000000 ms
        which added 16.1435 and 0.0000 mV
        source  spike (ms)  delay (ms)  arrival (ms)  weight  adds (mV)   share
        in:0     10.000000      1.2500     11.250000    9.00     8.1435  50.4 %
        in:1     11.000000      1.2500     12.250000    8.00     8.0000  49.6 %

        """, said.out());
  }

  @Test
  void depthFollowsTheCausesOfCauses() throws IOException {
    Path page = folder.resolve("why.html");
    Invocation said = explain(run, "--neuron", "2", "--time", "14.7", "--depth", "2", "--html", page);

    assertEquals(0, said.exitCode(), said.err());
    assertTrue(said.out().contains("B:1 spiked at 14.750000 ms"), said.out());
    assertTrue(said.out().contains("\n  A:0 spiked at 12.250000 ms"), said.out());
    String html = Files.readString(page);
    for (String name : List.of("Why B:1 spiked", ">A:0<", ">in:0<", ">in:1<", "+8.144 mV")) {
      assertTrue(html.contains(name), name);
    }
  }

  @Test
  void spikeFilesOfTheRunSayTheSame() {
    String ofRun = explain(run, "--neuron", "A:0", "--time", "12.25").out();

    assertEquals(ofRun, explain(run.resolve("spikes.csv"), "--neuron", "A:0", "--time", "12.25").out());
    assertEquals(ofRun, explain(run.resolve("spikes.h5"), "--neuron", "A:0", "--time", "12.25").out());
  }

  @Test
  void aSpikeFileFromElsewhereNeedsItsNetwork() throws IOException {
    Path spikes = Files.copy(run.resolve("spikes.csv"), Files.createDirectory(folder.resolve("other"))
        .resolve("spikes.csv"));

    Invocation refused = explain(spikes, "--neuron", "0", "--time", "12.25");
    assertEquals(2, refused.exitCode());
    assertTrue(refused.err().contains("--network"), refused.err());
    assertEquals(explain(run, "--neuron", "0", "--time", "12.25").out(),
        explain(spikes, "--network", network, "--neuron", "0", "--time", "12.25").out());
  }

  private static void refused(String message, Object... arguments) {
    Invocation said = explain(arguments);
    assertEquals(2, said.exitCode(), said.out());
    assertTrue(said.err().contains(message), said.err());
  }

  @Test
  void aNeuronThatDidNotSpikeThenIsToldItsNearestSpike() {
    refused("neuron A:0 did not spike at 20 ms; its nearest spike is at 12.250000000 ms", run, "--neuron", "A:0",
        "--time", "20");
    refused("neuron B:0 did not spike", run, "--neuron", "B:0", "--time", "20");
  }

  @Test
  void wrongInputIsNamed() throws IOException {
    refused("there is no population C", run, "--neuron", "C:0", "--time", "1");
    refused("population B has 2 neurons", run, "--neuron", "B:2", "--time", "1");
    refused("there is no neuron 3; the network has 3", run, "--neuron", "3", "--time", "1");
    refused("--time: the run ended at 50 ms, got 60", run, "--neuron", "0", "--time", "60");
    refused("--depth: must be in 1..8, got 0", run, "--neuron", "0", "--time", "1", "--depth", "0");
    refused("--seed: the run says so itself", run, "--neuron", "0", "--time", "1", "--seed", "2");
    refused("holds no run", folder, "--neuron", "0", "--time", "1");
    refused("no such folder or file", folder.resolve("none"), "--neuron", "0", "--time", "1");
    Path damaged = Files.writeString(run.resolve("damaged.csv"), "neuron,time_ms\n0,12.25\nx,1\n");
    Invocation said = explain(damaged, "--neuron", "0", "--time", "12.25");
    assertEquals(1, said.exitCode());
    assertTrue(said.err().contains("line 3"), said.err());
  }

  @Test
  void aRunOnAGridIsRefusedWithARemedy() {
    Path grid = folder.resolve("grid");
    assertEquals(0, Invocation.of("run", network.toString(), "--timing", "grid", "--dt", "0.25", "--out",
        grid.toString()).exitCode());
    refused("a run on a grid of 0.25 ms", grid, "--neuron", "0", "--time", "12.25");
  }
}
