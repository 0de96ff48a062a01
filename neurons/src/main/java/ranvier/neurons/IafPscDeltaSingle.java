package ranvier.neurons;

import ranvier.engine.model.GridBlock;

/** A block of {@link IafPscDelta} neurons in single precision, as plain loops. */
class IafPscDeltaSingle extends SingleMembrane {
  /** Whether no neuron has a lower bound or keeps refractory input. */
  final boolean simple;
  final float[] p33;
  private final float[] kept;
  private final float[] lowest;
  /** What arrived during refractoriness and is kept for its end, in mV. */
  private final float[] pending;

  IafPscDeltaSingle(GridBlock block, PscDeltaCoefficients c) {
    super(block, c.membrane, c.drive, c.uniform);
    simple = c.simple;
    p33 = lanes(c.p33);
    kept = lanes(c.kept);
    lowest = lanes(c.lowest);
    pending = simple ? null : block.singles("pending");
  }

  @Override
  final void move(int from, int to, int step, float[] driven, float[][] arriving) {
    if (!simple) {
      moveBounded(from, to, step, driven, arriving[0]);
    } else if (uniform) {
      moveUniform(from, to, step, driven, arriving[0]);
    } else {
      moveMixed(from, to, step, driven, arriving[0]);
    }
  }

  private void moveUniform(int from, int to, int step, float[] driven, float[] arriving) {
    float s33 = p33[0];
    float held = reset[0];
    for (int i = from; i < to; i++) {
      float next = driven[i] + v[i] * s33 + arriving[i];
      float free = free(step, activeAt[i]);
      v[i] = free * next + (1 - free) * held;
    }
  }

  private void moveMixed(int from, int to, int step, float[] driven, float[] arriving) {
    for (int i = from; i < to; i++) {
      moved[i] = driven[i] + v[i] * p33[i] + arriving[i];
    }
    hold(from, to, step);
  }

  private void moveBounded(int from, int to, int step, float[] driven, float[] arriving) {
    for (int i = from; i < to; i++) {
      moved[i] = driven[i] + v[i] * p33[i] + arriving[i];
    }
    for (int i = from; i < to; i++) {
      moved[i] = Math.max(moved[i] + pending[i], lowest[i]);
    }
    for (int i = from; i < to; i++) {
      float free = free(step, activeAt[i]);
      pending[i] = (1 - free) * ((pending[i] + arriving[i]) * kept[i]);
    }
    hold(from, to, step);
  }
}
