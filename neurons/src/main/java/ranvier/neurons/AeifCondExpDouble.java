package ranvier.neurons;

import static ranvier.neurons.AdexEquations.G_EX;
import static ranvier.neurons.AdexEquations.G_IN;
import static ranvier.neurons.AdexEquations.V;
import static ranvier.neurons.AdexEquations.W;

import java.util.Arrays;
import ranvier.engine.math.Exp;
import ranvier.engine.model.GridBlock;
import ranvier.engine.model.GridInput;
import ranvier.engine.model.GridNeurons;
import ranvier.engine.model.SpikeSink;

/**
 * A block of {@link AeifCondExp} neurons, one after another: adaptive integration within the step, spikes located to
 * 1e-12 ms, reset where they happen.
 */
final class AeifCondExpDouble implements GridNeurons {
  /** Largest error of a substep in mV, pA or nS; where V rises fast, that of a time of 1e-11 ms. */
  private static final double TOLERANCE = 1e-9;
  private static final double FAST = 100;
  private static final double FIRST = 0.01;
  private static final double SHORTEST = 1e-14;
  private static final double LOCATED = 1e-12;

  private final double h;
  private final double[] v;
  private final double[] w;
  private final double[] ex;
  private final double[] in;
  /** Length of the next substep in ms. */
  private final double[] substep;
  private final double[] own;
  private final double[] reset;
  private final double[] b;
  private final double[] p11ex;
  private final double[] p11in;
  private final double[] tolerance;
  private final int size;
  private final PerNeuron refractorySteps;
  private final Refractoriness refractoriness;
  private final AdexEquations equations;
  private final DormandPrince solver;

  AeifCondExpDouble(GridBlock block) {
    h = block.dtMs();
    size = block.size();
    v = DoubleMembrane.state(block, "V_m");
    w = DoubleMembrane.state(block, "w");
    ex = DoubleMembrane.state(block, "g_ex");
    in = DoubleMembrane.state(block, "g_in");
    substep = block.doubles("substep");
    Arrays.fill(substep, Math.min(FIRST, h));
    own = block.values("I_e");
    reset = block.values("V_reset");
    b = block.values("b");
    p11ex = PerNeuron.parameter(block, "tau_syn_ex").map(t -> Propagators.decay(h, t)).lanes(v.length);
    p11in = PerNeuron.parameter(block, "tau_syn_in").map(t -> Propagators.decay(h, t)).lanes(v.length);
    tolerance = PerNeuron.parameter(block, "gsl_error_tol").map(t -> Math.min(t, TOLERANCE)).lanes(v.length);
    refractorySteps = PerNeuron.parameter(block, "t_ref").map(block::steps);
    refractoriness = new Refractoriness(block);
    equations = new AdexEquations(block);
    solver = new DormandPrince(equations);
  }

  @Override
  public void advance(int from, int to, int step, GridInput input, SpikeSink spikes) {
    double[] current = input.current();
    double[] arrivingEx = input.doubles(0);
    double[] arrivingIn = input.doubles(1);
    for (int i = from; i < Math.min(to, size); i++) {
      equations.choose(i, current == null ? own[i] : own[i] + current[i]);
      if (step < refractoriness.activeAt()[i]) {
        w[i] = equations.adaptation(w[i], reset[i], h);
      } else {
        integrate(i, step, spikes);
      }
      ex[i] = ex[i] * p11ex[i] + arrivingEx[i - from];
      in[i] = in[i] * p11in[i] + arrivingIn[i - from];
    }
  }

  private void integrate(int i, int step, SpikeSink spikes) {
    double[] state = solver.start();
    state[V] = v[i];
    state[W] = w[i];
    state[G_EX] = ex[i];
    state[G_IN] = in[i];
    solver.restart();
    double peak = equations.peak(i);
    double t = 0;
    while (t < h) {
      double left = h - t;
      double dt = Math.min(substep[i], left);
      solver.attempt(dt);
      double error = error(i);
      // Also false for NaN: a state that blows up is left to the engine's check.
      if (error > 1 && dt > SHORTEST) {
        substep[i] = dt * Math.max(0.2, 0.9 * factor(error));
        continue;
      }
      if (solver.end()[V] >= peak) {
        // Without the exponential NEST's reset is at the end of a substep, and spikes that follow depend on that.
        boolean exponential = equations.isExponential(i);
        double reached = exponential && state[V] < peak ? locate(peak, dt) : dt;
        solver.accept();
        t = reached == left ? h : t + reached;
        state[V] = reset[i];
        state[W] += b[i];
        substep[i] = exponential ? Math.min(FIRST, h) : substep[i];
        spikes.spike(i);
        refractoriness.begin(i, step);
        if (refractorySteps.at(i) > 0) {
          state[W] = equations.adaptation(state[W], reset[i], Math.max(0, h - t));
          break;
        }
        solver.restart();
      } else {
        solver.accept();
        t = dt == left ? h : t + dt;
        double longer = dt * Math.min(5, 0.9 * factor(error));
        substep[i] = dt < substep[i] ? Math.max(substep[i], longer) : longer;
      }
    }
    v[i] = state[V];
    w[i] = state[W];
  }

  /** Error of the last attempt, 1 being the largest accepted. */
  private double error(int i) {
    double[] end = solver.end();
    double ofV = Math.abs(solver.error(V)) / (1 + Math.abs(solver.slope(V)) / FAST);
    double ofW = Math.abs(solver.error(W)) / (1 + Math.abs(end[W]));
    double ofEx = Math.abs(solver.error(G_EX)) / (1 + Math.abs(end[G_EX]));
    double ofIn = Math.abs(solver.error(G_IN)) / (1 + Math.abs(end[G_IN]));
    return Math.max(Math.max(ofV, ofW), Math.max(ofEx, ofIn)) / tolerance[i];
  }

  /** The factor by which a step would have the largest accepted error. */
  private static double factor(double error) {
    return error < 1e-10 ? 100 : Exp.of(-0.2 * StrictMath.log(error));
  }

  /** Time within a substep at which V reaches the peak; leaves the state of that time at the solver's end. */
  private double locate(double peak, double dt) {
    double low = 0;
    double high = dt;
    while (high - low > LOCATED) {
      double middle = (low + high) / 2;
      solver.attempt(middle);
      if (solver.end()[V] >= peak) {
        high = middle;
      } else {
        low = middle;
      }
    }
    solver.attempt(high);
    return high;
  }
}
