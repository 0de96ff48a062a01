package ranvier.neurons;

import ranvier.engine.math.Exp;
import ranvier.engine.model.GridBlock;

/**
 * Coefficients of a block of {@link IafCondExp} neurons, for either way to integrate a step. Conductances in nS enter
 * divided by C_m, as rates in 1/ms; potentials are relative to E_L.
 */
final class CondExpCoefficients {
  /** Enough for an error below 1e-9 mV per step as long as no rate times the step exceeds 1. */
  private static final int NODES = 6;

  /**
   * What one node of the quadrature, at a part c of the step, contributes per conductance at the start of the step.
   *
   * @param leak decay exponent from c to the end of the step by the leak
   * @param ex the same per excitatory conductance, in 1/nS
   * @param in the same per inhibitory conductance
   * @param pushEx weight times potential towards E_ex per excitatory conductance, in mV/nS
   * @param pushIn the same for inhibition
   * @param time weight times step, in ms
   */
  record Node(PerNeuron leak, PerNeuron ex, PerNeuron in, PerNeuron pushEx, PerNeuron pushIn, double time) {
    boolean uniform() {
      return PerNeuron.allUniform(leak, ex, in, pushEx, pushIn);
    }

    /** What is left at the end of the step of a potential at the node. */
    double left(int neuron, double gEx, double gIn) {
      return Exp.decay(leak.at(neuron) + ex.at(neuron) * gEx + in.at(neuron) * gIn);
    }
  }

  final double h;
  final boolean exponentialEuler;
  final Membrane membrane;
  /** (I_e + I_stim) / C_m in mV/ms. */
  final Drive drive;
  final PerNeuron cM;
  final PerNeuron tauEx;
  final PerNeuron tauIn;
  /** g_L / C_m in 1/ms. */
  final PerNeuron leak;
  /** Reversal potentials relative to E_L. */
  final PerNeuron towardsEx;
  final PerNeuron towardsIn;
  final PerNeuron p11ex;
  final PerNeuron p11in;
  /** Rate at mid-step per conductance at its start, in 1/(ms nS). */
  final PerNeuron middleEx;
  final PerNeuron middleIn;
  /** The quadrature's nodes; the last entry, at c = 0, is the decay of the potential over the whole step. */
  final Node[] nodes;
  final boolean uniform;
  /** The faster way to integrate a step accurately; null where it does not serve. */
  final CondExpMagnus magnus;

  CondExpCoefficients(GridBlock block) {
    h = block.dtMs();
    exponentialEuler = block.parameters().shared("integration") != 0;
    membrane = new Membrane(block);
    cM = PerNeuron.parameter(block, "C_m");
    drive = new Drive(block, cM.map(c -> 1 / c));
    tauEx = PerNeuron.parameter(block, "tau_syn_ex");
    tauIn = PerNeuron.parameter(block, "tau_syn_in");
    leak = PerNeuron.combine(PerNeuron.parameter(block, "g_L"), cM, (g, c) -> g / c);
    towardsEx = membrane.relative(PerNeuron.parameter(block, "E_ex"));
    towardsIn = membrane.relative(PerNeuron.parameter(block, "E_in"));
    p11ex = tauEx.map(tau -> Propagators.decay(h, tau));
    p11in = tauIn.map(tau -> Propagators.decay(h, tau));
    middleEx = PerNeuron.combine(tauEx, cM, (tau, c) -> Propagators.decay(h / 2, tau) / c);
    middleIn = PerNeuron.combine(tauIn, cM, (tau, c) -> Propagators.decay(h / 2, tau) / c);
    GaussLegendre quadrature = new GaussLegendre(NODES);
    nodes = new Node[NODES + 1];
    for (int j = 0; j < NODES; j++) {
      nodes[j] = node(quadrature.node(j), quadrature.weight(j));
    }
    nodes[NODES] = node(0, 0);
    boolean same = PerNeuron.allUniform(leak, towardsEx, towardsIn, p11ex, p11in, middleEx, middleIn,
        membrane.threshold, membrane.reset);
    for (Node node : nodes) {
      same &= node.uniform();
    }
    uniform = same;
    CondExpMagnus expansion = uniform && !exponentialEuler ? new CondExpMagnus(this) : null;
    magnus = expansion != null && expansion.limit < 0 ? expansion : null;
  }

  /**
   * The potential of one neuron at the end of a step by quadrature.
   *
   * @param v at the start, relative to E_L
   * @param gEx conductance at the start in nS
   * @param gIn conductance at the start in nS
   * @param driven in mV/ms
   */
  double potential(int neuron, double v, double gEx, double gIn, double driven) {
    double pushed = 0;
    for (int j = 0; j < NODES; j++) {
      Node node = nodes[j];
      pushed += node.left(neuron, gEx, gIn)
          * (node.pushEx.at(neuron) * gEx + node.pushIn.at(neuron) * gIn + node.time * driven);
    }
    return v * nodes[NODES].left(neuron, gEx, gIn) + pushed;
  }

  private Node node(double part, double weight) {
    return new Node(
        leak.map(rate -> rate * h * (1 - part)),
        PerNeuron.combine(tauEx, cM, (tau, c) -> exponent(part, tau) / c),
        PerNeuron.combine(tauIn, cM, (tau, c) -> exponent(part, tau) / c),
        PerNeuron.combine(tauEx, cM, towardsEx, (tau, c, e) -> weight * h * Propagators.decay(part * h, tau) / c * e),
        PerNeuron.combine(tauIn, cM, towardsIn, (tau, c, e) -> weight * h * Propagators.decay(part * h, tau) / c * e),
        weight * h);
  }

  /** Integral of exp(-t / tau) from part h to h. */
  private double exponent(double part, double tau) {
    return -tau * Propagators.decay(part * h, tau) * StrictMath.expm1(-(1 - part) * h / tau);
  }
}
