package ranvier.engine.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import ranvier.engine.model.SampleModels;
import ranvier.engine.network.Distribution;
import ranvier.engine.network.Network;
import ranvier.engine.network.Problem;
import ranvier.engine.network.Rule;
import ranvier.engine.network.Storage;

class MemoryEstimateTest {
  private static MemoryEstimate estimate(Network.Builder network) {
    return MemoryEstimate.of(network.build(), SampleModels.models(), 0.1, false, 1);
  }

  private static Network.Builder network() {
    return Network.named("n").population("E", 1000, "lif").population("I", 250, "lif");
  }

  @Test
  void storageDecidesBytesPerSynapse() {
    Rule rule = new Rule.FixedOutDegree(100, true, true);
    MemoryEstimate estimate = estimate(network()
        .project("E", "I", rule, p -> { })
        .project("E", "I", rule, p -> p.storage(Storage.SINGLE))
        .project("E", "I", rule, p -> p.storage(Storage.DOUBLE)));
    List<MemoryEstimate.Part> projections = estimate.parts().subList(2, 5);
    assertEquals(List.of(Storage.FIXED16, Storage.SINGLE, Storage.DOUBLE),
        projections.stream().map(MemoryEstimate.Part::storage).toList());
    // 100,000 synapses of 2 (one weight for all), 8 and 12 bytes; the one delay group of a row is in its index.
    assertEquals(List.of(200_000L, 800_000L, 1_200_000L),
        projections.stream().map(MemoryEstimate.Part::bytes).toList());
    // Three tables of 1250 rows of 16 bytes.
    assertEquals(3 * 1250 * 16, estimate.parts().get(5).bytes());
    assertEquals(300_000, estimate.synapses());
    assertEquals(2_200_000 + 60_000, estimate.synapseBytes());
    assertEquals(1250, estimate.neurons());
  }

  @Test
  void listedAndPlasticWeightsAreKeptInDouble() {
    Rule explicit = new Rule.Explicit(new int[2], new int[2]);
    MemoryEstimate estimate = estimate(network()
        .project("E", "I", explicit, p -> p.name("1").weight(Distribution.listed(1, 2)))
        .project("E", "I", explicit, p -> p.name("2"))
        .project("E", "I", new Rule.FixedOutDegree(10, true, true), p -> p.name("3").synapse("depressing")));
    assertEquals(List.of(Storage.DOUBLE, Storage.FIXED16, Storage.DOUBLE),
        estimate.parts().subList(2, 5).stream().map(MemoryEstimate.Part::storage).toList());
    // 10,000 synapses: 2 bytes for the target, 8 for the weight, 8 for one variable; 1000 rows of one piece of 41.
    assertEquals(10_000 * 18 + 41 * 1000, estimate.parts().get(4).bytes());
  }

  @Test
  void manyDelaysMakeManyGroups() {
    Rule rule = new Rule.FixedOutDegree(200, true, true);
    long one = estimate(network().project("E", "I", rule, p -> { })).synapseBytes();
    long ten = estimate(network().project("E", "I", rule, p -> p.delayMs(Distribution.uniform(1.0, 1.9))))
        .synapseBytes();
    assertEquals(10 * 4 * 1000, ten - one);
  }

  @Test
  void theFullMicrocircuitNeedsAboutFourBytesPerSynapse() {
    // 298,880,968 synapses of 77,169 neurons; the measured prototype needs 4.07 bytes each on two threads.
    MemoryEstimate estimate = MemoryEstimate.of(Network.named("n").population("P", 77_169, "lif")
        .project("P", "P", new Rule.FixedTotalNumber(298_880_968L, true),
            p -> p.weight(Distribution.normal(88, 9))
                .delayMs(Distribution.normalRedrawn(1.5, 0.75, 0.05, Double.POSITIVE_INFINITY)))
        .build(), SampleModels.models(), 0.1, false, 2);
    double bytesPerSynapse = (double) estimate.synapseBytes() / estimate.synapses();
    assertTrue(bytesPerSynapse > 4.0 && bytesPerSynapse < 4.3, () -> bytesPerSynapse + " bytes per synapse");
  }

  @Test
  void aNetworkThatDoesNotFitIsRefusedWithItsLargestParts() {
    MemoryEstimate estimate = estimate(Network.named("n").population("E", 1_000_000, "lif")
        .project("E", "E", new Rule.AllToAll(true), p -> p.name("all")));
    assertEquals(1_000_000_000_000L, estimate.synapses());
    Problem problem = estimate.problem(8L << 30).orElseThrow();
    assertTrue(problem.message().startsWith("the network would take 1.8 TiB of memory, 8.0 GiB are available; "
        + "the largest parts are projections.all (1000000000000 synapses, 1.8 TiB), projections (16000000 rows, "
        + "244.1 MiB), populations.E (1000000 neurons, "),
        problem::message);
    assertTrue(estimate.problem(Long.MAX_VALUE).isEmpty());
  }

  @Test
  void absurdNumbersDoNotOverflow() {
    MemoryEstimate estimate = estimate(Network.named("n").population("E", Integer.MAX_VALUE, "lif")
        .project("E", "E", new Rule.AllToAll(true), p -> p.name("1").storage(Storage.DOUBLE))
        .project("E", "E", new Rule.FixedTotalNumber(Long.MAX_VALUE, true), p -> p.name("2")));
    assertEquals(Long.MAX_VALUE, estimate.bytes());
    assertEquals(Long.MAX_VALUE, estimate.peakBytes());
    assertTrue(estimate.problem(1L << 40).orElseThrow().message().contains("8.0 EiB"));
  }

  @Test
  void bytesReadLikeAPersonWritesThem() {
    assertEquals("1023 B", MemoryEstimate.text(1023));
    assertEquals("1.0 KiB", MemoryEstimate.text(1024));
    assertEquals("1.5 MiB", MemoryEstimate.text(3 << 19));
    assertEquals("8.0 EiB", MemoryEstimate.text(Long.MAX_VALUE));
  }
}
