package ranvier.neurons.exact;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/** {@link ExponentialNeurons#update} a vector at a time; gives the same bits. */
final class ExponentialVectors {
  private static final VectorSpecies<Double> S = DoubleVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Float> HALF =
      VectorSpecies.of(float.class, VectorShape.forBitSize(S.vectorBitSize() / 2));
  private static final int LANES = S.length();
  private static final VectorShuffle<Double> EVEN = VectorShuffle.makeUnzip(S, 0);
  private static final VectorShuffle<Double> ODD = VectorShuffle.makeUnzip(S, 1);
  private static final DoubleVector ZERO = DoubleVector.zero(S);

  private ExponentialVectors() {}

  /** Advances whole vectors of neurons from {@code from} on; returns the first neuron that is left. */
  static int update(ExponentialNeurons.Bin bin, ExponentialNeurons.State s, int from, int to, double[] excitatory,
      double[] inhibitory, byte[] risky) {
    int i = from;
    for (; i + LANES <= to; i += LANES) {
      DoubleVector v0 = DoubleVector.fromArray(S, s.v(), i);
      DoubleVector e0 = DoubleVector.fromArray(S, s.ex(), i);
      DoubleVector i0 = DoubleVector.fromArray(S, s.in(), i);
      DoubleVector steady = DoubleVector.fromArray(S, s.steady(), i);
      DoubleVector low = DoubleVector.fromArray(S, excitatory, 2 * i);
      DoubleVector high = DoubleVector.fromArray(S, excitatory, 2 * i + LANES);
      final DoubleVector cEx = low.rearrange(ODD, high);
      final DoubleVector aEx = low.rearrange(EVEN, high).sub(cEx.mul(bin.factorEx()));
      low = DoubleVector.fromArray(S, inhibitory, 2 * i);
      high = DoubleVector.fromArray(S, inhibitory, 2 * i + LANES);
      final DoubleVector cIn = low.rearrange(ODD, high);
      final DoubleVector aIn = low.rearrange(EVEN, high).sub(cIn.mul(bin.factorIn()));
      ZERO.intoArray(excitatory, 2 * i);
      ZERO.intoArray(excitatory, 2 * i + LANES);
      ZERO.intoArray(inhibitory, 2 * i);
      ZERO.intoArray(inhibitory, 2 * i + LANES);
      v0.intoArray(s.vStart(), i);
      e0.intoArray(s.exStart(), i);
      i0.intoArray(s.inStart(), i);
      DoubleVector relaxed = steady.add(v0.sub(steady).mul(bin.decay()));
      relaxed.add(e0.mul(bin.responseEx())).add(i0.mul(bin.responseIn())).add(aEx).add(aIn).intoArray(s.v(), i);
      DoubleVector e1 = e0.mul(bin.decayEx());
      DoubleVector i1 = i0.mul(bin.decayIn());
      e1.add(cEx).intoArray(s.ex(), i);
      i1.add(cIn).intoArray(s.in(), i);
      // Written out: a method of ours may not be inlined into so large a loop, and its vectors would be objects.
      DoubleVector mostEx = e0.blend(e1, e0.compare(VectorOperators.LT, e1));
      DoubleVector mostIn = i0.blend(i1, i0.compare(VectorOperators.LT, i1));
      DoubleVector driven = relaxed.add(mostEx.add(mostIn).mul(bin.stepResponse()));
      DoubleVector arriving = bin.beyondPeak() ? cEx.mul(bin.mostPerEffect()) : aEx;
      DoubleVector upper = v0.blend(driven, v0.compare(VectorOperators.LT, driven)).add(arriving)
          .add(bin.slackMv());
      DoubleVector threshold = DoubleVector.fromArray(S, s.threshold(), i);
      ((FloatVector) threshold.sub(upper).convertShape(VectorOperators.D2F, HALF, 0)).intoArray(s.room(), i);
      VectorMask<Double> reaches = upper.compare(VectorOperators.GE, threshold);
      if (reaches.anyTrue()) {
        mark(reaches.toLong(), i, risky);
      }
    }
    return i;
  }

  private static void mark(long lanes, int first, byte[] risky) {
    for (long left = lanes; left != 0; left &= left - 1) {
      risky[first + Long.numberOfTrailingZeros(left)] = 1;
    }
  }
}
