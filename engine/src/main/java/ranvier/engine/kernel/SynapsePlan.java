package ranvier.engine.kernel;

import java.util.ArrayList;
import java.util.List;
import ranvier.engine.model.Models;
import ranvier.engine.model.Receptor;
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
  private final PopulationReceptors[] receptors;
  private int fixedReceptors;
  private int largestCode = 1;
  private final int shortest;
  private final int longest;

  SynapsePlan(Network network, Models models, List<List<Receptor>> populationReceptors, double dtMs) {
    this.network = network;
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
      double inDegree = 0;
      for (int j = 0; j < storage.length; j++) {
        Projection p = network.projections().get(j);
        if (!p.target().equals(population.name()) || !reaches(p.weight(), list.get(r))) {
          continue;
        }
        if (plastic[j]) {
          floating[r] = true;
          continue;
        }
        if (isFixed(j)) {
          fixed.add(list.get(r).counting() ? Distribution.constant(1.0) : p.weight());
          inDegree += p.rule().expectedSynapses(network.sizeOf(p.source()), population.size(),
              p.source().equals(p.target())) / (double) population.size();
        } else {
          floating[r] = true;
        }
      }
      if (!fixed.isEmpty()) {
        // Ten standard deviations above the mean of a random in-degree, which is at most Poisson-distributed.
        resolution[r] = WeightCodes.resolution(fixed, inDegree + 10 * Math.sqrt(inDegree) + 10);
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
