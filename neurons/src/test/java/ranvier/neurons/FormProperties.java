package ranvier.neurons;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import ranvier.engine.model.NeuronModel;

/** The form in which a model is run never changes a result. */
class FormProperties {
  /** A model and a size of weights that makes it spike now and then. */
  record Kind(NeuronModel model, double weight) {}

  @Provide
  Arbitrary<Kind> withVectorCode() {
    return Arbitraries.of(List.of(new Kind(new IafPscDelta(), 6), new Kind(new IafPscExp(), 800),
        new Kind(new IafCondExp(), 40)));
  }

  @Provide
  Arbitrary<Kind> all() {
    return Arbitraries.oneOf(withVectorCode(), Arbitraries.of(List.of(new Kind(new IafPscAlpha(), 300),
        new Kind(new AeifCondExp(), 60), new Kind(new Izhikevich(), 6))));
  }

  @Property(tries = 40)
  void vectorAndPlainCodeAgreeBitForBit(@ForAll("withVectorCode") Kind kind, @ForAll long seed, @ForAll boolean mixed,
      @ForAll boolean single, @ForAll boolean separate) {
    RandomRun random = new RandomRun(kind.model(), seed, mixed, kind.weight());
    TestBlock.Form form = TestBlock.Form.plain(0.1).withSingle(single).withSeparate(separate);
    RandomRun.assertSame(random.to(50, form, 160), random.to(50, form.withVectors(true), 160));
  }

  @Property(tries = 80)
  void integerSumsAndCountsAreTheSameInput(@ForAll("withVectorCode") Kind kind, @ForAll long seed,
      @ForAll boolean counted, @ForAll boolean single, @ForAll boolean separate) {
    RandomRun random = new RandomRun(kind.model(), seed, false, kind.weight()).inUnits(kind.weight() / 1600)
        .counting(counted ? kind.weight() / 20 : 0);
    TestBlock.Form form = TestBlock.Form.plain(0.1).withSingle(single).withSeparate(separate);
    RandomRun.assertSame(random.to(50, form, 160), random.to(50, form.withVectors(true), 160));
  }

  @Property(tries = 20)
  void modelsOfOneChannelTakeSumsAndCounts(@ForAll boolean counted, @ForAll boolean single) {
    TestBlock.Form form = TestBlock.Form.plain(0.1).withSingle(single).withVectors(true).withSeparate(false);
    for (NeuronModel model : List.of(new IafPscDelta(), new IafPscExp())) {
      TestPopulation population = new TestPopulation(model, 40);
      if (model instanceof IafPscExp) {
        population.set("tau_syn_in", population.of("tau_syn_ex", 0));
      }
      GridRun run = new GridRun(population, form).inUnits(0.5).counting(counted ? 1.5 : 0).to(3);
      assertTrue(run.hasTakenSums(), model.description().name());
    }
  }

  @Property(tries = 40)
  void chunksDoNotMatter(@ForAll("all") Kind kind, @ForAll long seed, @ForAll boolean mixed, @ForAll boolean single,
      @ForAll boolean vectors) {
    RandomRun random = new RandomRun(kind.model(), seed, mixed, kind.weight());
    TestBlock.Form form = TestBlock.Form.plain(0.1).withSingle(single).withVectors(vectors);
    RandomRun.assertSame(random.to(40, form, 160), random.to(40, form, 48));
  }
}
