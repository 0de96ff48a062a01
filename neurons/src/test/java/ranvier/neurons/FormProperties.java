package ranvier.neurons;

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

  @Property(tries = 40)
  void integerSumsAreTheSameInput(@ForAll long seed, @ForAll boolean single, @ForAll boolean separate) {
    RandomRun random = new RandomRun(new IafPscExp(), seed, false, 800).inUnits(0.5);
    TestBlock.Form form = TestBlock.Form.plain(0.1).withSingle(single).withSeparate(separate);
    RandomRun.assertSame(random.to(50, form, 160), random.to(50, form.withVectors(true), 160));
  }

  @Property(tries = 40)
  void chunksDoNotMatter(@ForAll("all") Kind kind, @ForAll long seed, @ForAll boolean mixed, @ForAll boolean single,
      @ForAll boolean vectors) {
    RandomRun random = new RandomRun(kind.model(), seed, mixed, kind.weight());
    TestBlock.Form form = TestBlock.Form.plain(0.1).withSingle(single).withVectors(vectors);
    RandomRun.assertSame(random.to(40, form, 160), random.to(40, form, 48));
  }
}
