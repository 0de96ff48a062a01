package ranvier.engine.kernel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ranvier.engine.model.Models;
import ranvier.engine.model.ParameterSpec;
import ranvier.engine.model.PlasticOptions;
import ranvier.engine.model.Receptor;
import ranvier.engine.model.SynapseModel;
import ranvier.engine.network.Distribution;
import ranvier.engine.network.Network;
import ranvier.engine.network.Population;
import ranvier.engine.network.Projection;
import ranvier.engine.network.Storage;
import ranvier.engine.plasticity.PlasticProjection;

/** Which storage each projection gets, and in what resolution. */
final class SynapsePlan {
  private final Network network;
  private final Storage[] storage;
  private final boolean[] plastic;
  private final Models models;
  private final boolean single;
  private final PopulationReceptors[] receptors;
  private int fixedReceptors;
  private int largestCode = 1;
  private final int shortest;
  private final int longest;

  /**
   * Decides.
   *
   * @param single whether learned weights are in single precision where the description leaves it to the engine
   */
  SynapsePlan(Network network, Models models, List<List<Receptor>> populationReceptors, double dtMs, boolean single) {
    this.network = network;
    this.models = models;
    this.single = single;
    int projections = network.projections().size();
    storage = new Storage[projections];
    plastic = new boolean[projections];
    int least = Integer.MAX_VALUE;
    int most = 1;
    for (int j = 0; j < projections; j++) {
      Projection p = network.projections().get(j);
      plastic[j] = PlasticProjection.isPlastic(p, models);
      storage[j] = p.storage() != Storage.AUTO ? p.storage()
          : p.weight() instanceof Distribution.Listed || plastic[j]
          ? Storage.DOUBLE : Storage.FIXED16;
      least = Math.min(least, DelaySteps.shortest(p.delayMs(), dtMs));
      most = Math.max(most, DelaySteps.longest(p.delayMs(), dtMs));
    }
    shortest = projections == 0 ? 1 : least;
    longest = most;
    receptors = new PopulationReceptors[network.populations().size()];
    for (int p = 0; p < receptors.length; p++) {
      receptors[p] = plan(network.populations().get(p), populationReceptors.get(p));
    }
  }

  private PopulationReceptors plan(Population population, List<Receptor> list) {
    double[] resolution = new double[list.size()];
    boolean[] floating = new boolean[list.size()];
    for (int r = 0; r < resolution.length; r++) {
      List<Distribution> fixed = new ArrayList<>();
      double learned = 0;
      double inDegree = 0;
      for (int j = 0; j < storage.length; j++) {
        Projection p = network.projections().get(j);
        if (!p.target().equals(population.name()) || !reaches(p.weight(), list.get(r))) {
          continue;
        }
        if (!transmitsFixed(j, list.get(r))) {
          floating[r] = true;
          continue;
        }
        if (plastic[j]) {
          learned = Math.max(learned, largestTransmitted(p));
        } else {
          fixed.add(list.get(r).counting() ? Distribution.constant(1.0) : p.weight());
        }
        inDegree += p.rule().expectedSynapses(network.sizeOf(p.source()), population.size(),
            p.source().equals(p.target())) / (double) population.size();
      }
      if (learned > 0 || !fixed.isEmpty()) {
        // Ten standard deviations above the mean of a random in-degree, which is at most Poisson-distributed.
        resolution[r] = WeightCodes.resolution(fixed, learned, inDegree + 10 * Math.sqrt(inDegree) + 10);
        fixedReceptors = Math.max(fixedReceptors, r + 1);
        for (Distribution weight : fixed) {
          largestCode = Math.max(largestCode, WeightCodes.code(WeightCodes.largest(weight), resolution[r]));
        }
      }
    }
    return new PopulationReceptors(list, resolution, floating);
  }

  /** Whether some of the weights go to a receptor. */
  static boolean reaches(Distribution weight, Receptor receptor) {
    return switch (receptor.sign()) {
      case BOTH -> true;
      case POSITIVE -> weight.max() >= 0;
      case NEGATIVE -> weight.min() < 0;
    };
  }

  /** Whether the synapses of a projection learn: they are kept apart. */
  boolean isPlastic(int projection) {
    return plastic[projection];
  }

  /** Whether the synapses of a projection neither learn nor are drawn again at every spike. */
  boolean isKept(int projection) {
    return !plastic[projection] && storage[projection] != Storage.PROCEDURAL;
  }

  /** Whether the weights of a projection are in fixed point. */
  boolean isFixed(int projection) {
    return storage[projection] == Storage.FIXED16 || storage[projection] == Storage.PROCEDURAL;
  }

  /**
   * Whether what the synapses of a projection transmit to a receptor is added in fixed point. Where they learn, that
   * takes weights in single precision, and a bound on what they can become.
   */
  boolean transmitsFixed(int projection, Receptor receptor) {
    if (!plastic[projection]) {
      return isFixed(projection);
    }
    Projection p = network.projections().get(projection);
    double largest = largestTransmitted(p);
    return PlasticProjection.storage(p, single) == Storage.SINGLE && receptor.isPlain() && largest > 0
        && Double.isFinite(largest);
  }

  /** Largest magnitude that synapses which learn can transmit; infinite if there is no bound. */
  private double largestTransmitted(Projection p) {
    SynapseModel model = models.synapses().get(p.synapse());
    Map<String, Double> values = new HashMap<>();
    for (ParameterSpec spec : model.description().parameters()) {
      Distribution given = p.parameters().getOrDefault(spec.name(), Distribution.constant(spec.defaultValue()));
      if (!given.isConstant()) {
        return Double.POSITIVE_INFINITY;
      }
      values.put(spec.name(), given.min());
    }
    return values.getOrDefault(PlasticOptions.NORMALIZE_TO, 0.0) != 0.0 ? Double.POSITIVE_INFINITY
        : model.largestTransmitted(values::get, Math.max(Math.abs(p.weight().min()), Math.abs(p.weight().max())));
  }

  Storage storage(int projection) {
    return storage[projection];
  }

  PopulationReceptors receptors(int population) {
    return receptors[population];
  }

  /** Receptors of the population that has most, up to the last one with input in fixed point. */
  int fixedReceptors() {
    return fixedReceptors;
  }

  /** Largest magnitude of a weight in fixed point. */
  int largestCode() {
    return largestCode;
  }

  /** Shortest delay in steps: the length of a slice. */
  int shortestDelay() {
    return shortest;
  }

  /** Longest delay in steps. */
  int longestDelay() {
    return longest;
  }

  /** Distance of neighbouring weights of a projection in fixed point, the coarsest of its receptors; otherwise 0. */
  double resolution(int projection) {
    Projection p = network.projections().get(projection);
    if (!isFixed(projection)) {
      return 0.0;
    }
    PopulationReceptors target = receptors[network.populations().indexOf(network.population(p.target()))];
    double coarsest = 0.0;
    for (int r = 0; r < target.receptors().size(); r++) {
      if (reaches(p.weight(), target.receptors().get(r))) {
        coarsest = Math.max(coarsest, target.resolution()[r]);
      }
    }
    return coarsest;
  }
}
