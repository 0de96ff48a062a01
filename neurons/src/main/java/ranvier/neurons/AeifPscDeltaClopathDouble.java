package ranvier.neurons;

import static ranvier.neurons.ClopathEquations.U_BAR;
import static ranvier.neurons.ClopathEquations.U_MINUS;
import static ranvier.neurons.ClopathEquations.U_PLUS;
import static ranvier.neurons.ClopathEquations.V;
import static ranvier.neurons.ClopathEquations.V_TH;
import static ranvier.neurons.ClopathEquations.W;
import static ranvier.neurons.ClopathEquations.Z;

import java.util.Arrays;
import ranvier.engine.math.Exp;
import ranvier.engine.model.GridBlock;
import ranvier.engine.model.GridInput;
import ranvier.engine.model.GridNeurons;
import ranvier.engine.model.SpikeSink;

/** A block of {@link AeifPscDeltaClopath} neurons, one after another, by adaptive integration within the step. */
final class AeifPscDeltaClopathDouble implements GridNeurons {
  /** Largest error of a substep, absolute and relative to the slope, as NEST has it in its most exact cases. */
  private static final double TOLERANCE = 1e-8;
  private static final double FIRST = 0.01;
  private static final double SHORTEST = 1e-12;

  private final double h;
  private final int size;
  private final double[][] state = new double[ClopathEquations.SIZE][];
  private final double[] ltp;
  private final double[] ltd;
  private final double[] substep;
  private final int[] clampLeft;
  private final int[] refractoryLeft;
  private final int[] clampSteps;
  private final int[] refractorySteps;
  private final double[] own;
  private final double[] peak;
  private final double[] reset;
  private final double[] clamp;
  private final double[] b;
  private final double[] afterpotential;
  private final double[] highestThreshold;
  private final double[] deltaT;
  private final double[] thetaPlus;
  private final double[] thetaMinus;
  private final double[] amplitudeLtp;
  private final double[] amplitudeLtd;
  private final double[] isConstant;
  private final double[] reference;
  /** Per neuron a ring of delayed u_bar_plus and u_bar_minus; 0 at first. */
  private final double[][] delayedPlus;
  private final double[][] delayedMinus;
  private final ClopathEquations equations;
  private final DormandPrince solver;

  AeifPscDeltaClopathDouble(GridBlock block) {
    h = block.dtMs();
    size = block.size();
    String[] names = {"V_m", "w", "z", "V_th", "u_bar_plus", "u_bar_minus", "u_bar_bar"};
    for (int n = 0; n < names.length; n++) {
      state[n] = DoubleMembrane.state(block, names[n]);
    }
    ltp = block.doubles("dw_ltp");
    ltd = block.doubles("dw_ltd");
    substep = block.doubles("substep");
    Arrays.fill(substep, Math.min(FIRST, h));
    clampLeft = block.integers("clamp_left");
    refractoryLeft = block.integers("refractory_left");
    clampSteps = steps(block, "t_clamp");
    refractorySteps = steps(block, "t_ref");
    own = block.values("I_e");
    peak = block.values("V_peak");
    reset = block.values("V_reset");
    clamp = block.values("V_clamp");
    b = block.values("b");
    afterpotential = block.values("I_sp");
    highestThreshold = block.values("V_th_max");
    deltaT = block.values("Delta_T");
    thetaPlus = block.values("theta_plus");
    thetaMinus = block.values("theta_minus");
    amplitudeLtp = block.values("A_LTP");
    amplitudeLtd = block.values("A_LTD");
    isConstant = block.values("A_LTD_const");
    reference = block.values("u_ref_squared");
    int[] delays = steps(block, "delay_u_bars");
    delayedPlus = new double[size][];
    delayedMinus = new double[size][];
    for (int i = 0; i < size; i++) {
      delayedPlus[i] = new double[delays[i] + 1];
      delayedMinus[i] = new double[delays[i] + 1];
    }
    equations = new ClopathEquations(block);
    solver = new DormandPrince(equations);
  }

  private static int[] steps(GridBlock block, String parameter) {
    return Arrays.stream(block.values(parameter)).mapToInt(block::steps).toArray();
  }

  @Override
  public void advance(int from, int to, int step, GridInput input, SpikeSink spikes) {
    double[] current = input.current();
    double[] jumps = input.doubles(0);
    for (int i = from; i < Math.min(to, size); i++) {
      boolean spiked = integrate(i, current == null ? own[i] : own[i] + current[i]);
      double[] v = state[V];
      if (clampLeft[i] == 0 && refractoryLeft[i] == 0) {
        v[i] += jumps[i - from];
      }
      double limit = deltaT[i] == 0 ? state[V_TH][i] : peak[i];
      if (v[i] >= limit && clampLeft[i] == 0) {
        fire(i);
        spiked = true;
      } else if (clampLeft[i] == 1 && !spiked) {
        v[i] = reset[i];
        clampLeft[i] = 0;
        refractoryLeft[i] = refractorySteps[i] > 0 ? refractorySteps[i] + 1 : 0;
      }
      if (spiked) {
        spikes.spike(i);
      }
      if (refractoryLeft[i] > 0) {
        v[i] = reset[i];
      }
      remember(i, step);
      clampLeft[i] = Math.max(0, clampLeft[i] - 1);
      refractoryLeft[i] = Math.max(0, refractoryLeft[i] - 1);
    }
  }

  private void fire(int i) {
    state[V][i] = clamp[i];
    state[W][i] += b[i];
    state[Z][i] = afterpotential[i];
    state[V_TH][i] = highestThreshold[i];
    clampLeft[i] = clampSteps[i] > 0 ? clampSteps[i] + 1 : 0;
  }

  /** Advances to the end of the step; whether the neuron has spiked on the way. */
  private boolean integrate(int i, double currentPa) {
    boolean spiked = false;
    double t = 0;
    hold(i, currentPa);
    load(i);
    while (t < h) {
      double left = h - t;
      double dt = Math.min(substep[i], left);
      solver.attempt(dt);
      double error = 0;
      for (int n = 0; n < ClopathEquations.SIZE; n++) {
        error = Math.max(error, Math.abs(solver.error(n))
            / (TOLERANCE * (1 + Math.abs(solver.end()[n]) + Math.abs(solver.slope(n)) * dt)));
      }
      double factor = error < 1e-10 ? 100 : Exp.of(-0.2 * StrictMath.log(error));
      if (error > 1 && dt > SHORTEST) {
        substep[i] = dt * Math.max(0.2, 0.9 * factor);
        continue;
      }
      solver.accept();
      t = dt == left ? h : t + dt;
      double longer = dt * Math.min(5, 0.9 * factor);
      substep[i] = dt < substep[i] ? Math.max(substep[i], longer) : longer;
      boolean isLast = t >= h;
      if (!isLast && clampLeft[i] == 0 && refractoryLeft[i] == 0 && deltaT[i] > 0 && solver.start()[V] >= peak[i]) {
        store(i);
        fire(i);
        spiked = true;
        hold(i, currentPa);
        load(i);
      }
    }
    store(i);
    return spiked;
  }

  private void hold(int i, double currentPa) {
    boolean isClamped = clampLeft[i] > 0;
    double held = isClamped ? clamp[i] : refractoryLeft[i] > 0 ? reset[i] : Double.NaN;
    equations.choose(i, currentPa, held, isClamped);
  }

  private void load(int i) {
    for (int n = 0; n < ClopathEquations.SIZE; n++) {
      solver.start()[n] = state[n][i];
    }
    solver.restart();
  }

  private void store(int i) {
    for (int n = 0; n < ClopathEquations.SIZE; n++) {
      state[n][i] = solver.start()[n];
    }
  }

  /** What plastic synapses will ask for; the filtered potentials of some time ago. */
  private void remember(int i, int step) {
    int ring = delayedPlus[i].length;
    delayedPlus[i][step % ring] = state[U_PLUS][i];
    delayedMinus[i][step % ring] = state[U_MINUS][i];
    double plus = delayedPlus[i][(step + 1) % ring] - thetaMinus[i];
    double minus = delayedMinus[i][(step + 1) % ring] - thetaMinus[i];
    double above = state[V][i] - thetaPlus[i];
    ltp[i] = above > 0 && plus > 0 ? amplitudeLtp[i] * above * plus * h : 0.0;
    double bar = state[U_BAR][i];
    ltd[i] = minus > 0 ? amplitudeLtd[i] * minus * (isConstant[i] == 1.0 ? 1.0 : bar * bar / reference[i]) : 0.0;
  }
}
