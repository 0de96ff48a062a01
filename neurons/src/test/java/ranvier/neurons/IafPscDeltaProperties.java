package ranvier.neurons;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class IafPscDeltaProperties {
  private static final IafPscDelta MODEL = new IafPscDelta();

  @Property(tries = 30)
  void vectorAndPlainCodeAgreeBitForBit(@ForAll long seed, @ForAll boolean mixed, @ForAll boolean single,
      @ForAll boolean separate) {
    RandomRun random = new RandomRun(MODEL, seed, mixed, 6);
    TestBlock.Form form = TestBlock.Form.plain(0.1).withSingle(single).withSeparate(separate);
    RandomRun.assertSame(random.to(100, form, 304), random.to(100, form.withVectors(true), 304));
  }

  @Property(tries = 10)
  void chunksDoNotMatter(@ForAll long seed, @ForAll boolean mixed, @ForAll boolean single, @ForAll boolean vectors) {
    RandomRun random = new RandomRun(MODEL, seed, mixed, 6);
    TestBlock.Form form = TestBlock.Form.plain(0.1).withSingle(single).withVectors(vectors);
    RandomRun.assertSame(random.to(60, form, 304), random.to(60, form, 48));
  }
}
