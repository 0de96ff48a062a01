package ranvier.neurons;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class IafPscExpProperties {
  private static final IafPscExp MODEL = new IafPscExp();

  @Property(tries = 40)
  void vectorAndPlainCodeAgreeBitForBit(@ForAll long seed, @ForAll boolean mixed, @ForAll boolean single,
      @ForAll boolean separate) {
    RandomRun random = new RandomRun(MODEL, seed, mixed, 800);
    TestBlock.Form form = TestBlock.Form.plain(0.1).withSingle(single).withSeparate(separate);
    RandomRun.assertSame(random.to(150, form, 704), random.to(150, form.withVectors(true), 704));
  }

  @Property(tries = 20)
  void chunksDoNotMatter(@ForAll long seed, @ForAll boolean mixed, @ForAll boolean single, @ForAll boolean vectors) {
    RandomRun random = new RandomRun(MODEL, seed, mixed, 800);
    TestBlock.Form form = TestBlock.Form.plain(0.1).withSingle(single).withVectors(vectors);
    RandomRun.assertSame(random.to(100, form, 704), random.to(100, form, 48));
  }
}
