package ranvier.engine.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import ranvier.engine.memory.SynapseTable;
import ranvier.engine.network.Network;
import ranvier.engine.network.Projection;
import ranvier.engine.network.Storage;

/**
 * Which tables each block has, and which of them takes which synapses.
 *
 * <p>Where all weights in fixed point that are kept are constants, at most {@value #MOST_SHARED} different ones per
 * receptor, and an address has 16 bits, there is a table for each of these weights: it keeps the weight once, and of
 * each synapse the address alone.
 */
final class TableKinds {
  private static final int MOST_SHARED = 4;

  /** A table: the receptor that it serves, how it keeps weights, and the code that all its synapses share, or 0. */
  private record Kind(int receptor, Storage storage, int code) {}

  private final Network network;
  private final SynapsePlan plan;
  private final List<Kind> kinds = new ArrayList<>();
  /** By projection and receptor; -1 where no synapse goes. */
  private final int[][] of;

  TableKinds(Network network, SynapsePlan plan, InputLayout input) {
    this.network = network;
    this.plan = plan;
    of = new int[network.projections().size()][];
    fill(input.addressBits() == Character.SIZE && onlyConstants());
    if (IntStream.range(0, kinds.size()).anyMatch(k -> kinds.stream()
        .filter(other -> other.code != 0 && other.receptor == kinds.get(k).receptor).count() > MOST_SHARED)) {
      kinds.clear();
      fill(false);
    }
  }

  private boolean onlyConstants() {
    return IntStream.range(0, of.length).filter(j -> plan.isKept(j) && plan.storage(j) == Storage.FIXED16)
        .allMatch(j -> network.projections().get(j).weight().isConstant());
  }

  private void fill(boolean isShared) {
    for (int p = 0; p < network.populations().size(); p++) {
      PopulationReceptors receptors = plan.receptors(p);
      for (int r = 0; r < receptors.receptors().size(); r++) {
        for (int j = 0; j < of.length; j++) {
          Projection projection = network.projections().get(j);
          if (projection.target().equals(network.populations().get(p).name())) {
            of[j] = of[j] == null ? new int[receptors.receptors().size()] : of[j];
            of[j][r] = -1;
            if (plan.isKept(j) && SynapsePlan.reaches(projection.weight(), receptors.receptors().get(r))) {
              int code = isShared && plan.storage(j) == Storage.FIXED16 ? WeightCodes.code(
                  receptors.amount(r, projection.weight().min()), receptors.resolution()[r]) : 0;
              of[j][r] = position(new Kind(r, plan.storage(j), code));
            }
          }
        }
      }
    }
  }

  private int position(Kind kind) {
    if (!kinds.contains(kind)) {
      kinds.add(kind);
    }
    return kinds.indexOf(kind);
  }

  /** Number of tables of a block. */
  int count() {
    return kinds.size();
  }

  /** Which table takes the synapses of a projection onto a receptor; -1 if there are none. */
  int of(int projection, int receptor) {
    return of[projection][receptor];
  }

  /** Whether the weight of a projection is kept once. */
  boolean isShared(int projection) {
    return Arrays.stream(of[projection]).anyMatch(k -> k >= 0 && kinds.get(k).code != 0);
  }

  /** An empty table of one block. */
  SynapseTable table(int kind, int rows, int blocks) {
    double mean = expected(kind) / blocks;
    // Eight standard deviations above the mean.
    long most = (long) (mean + 8 * Math.sqrt(mean) + 64);
    return new SynapseTable(kinds.get(kind).storage, kinds.get(kind).receptor, kinds.get(kind).code, rows, most);
  }

  /** Synapses of all blocks; those of both signs are counted with the first receptor. */
  private double expected(int kind) {
    double sum = 0;
    for (int j = 0; j < of.length; j++) {
      Projection p = network.projections().get(j);
      int first = Arrays.stream(of[j]).filter(k -> k >= 0).findFirst().orElse(-1);
      if (first == kind) {
        sum += p.rule().expectedSynapses(network.sizeOf(p.source()), network.sizeOf(p.target()),
            p.source().equals(p.target()));
      }
    }
    return sum;
  }

  /** Whether some table keeps weights in floating point. */
  boolean hasFloating() {
    return kinds.stream().anyMatch(k -> k.storage != Storage.FIXED16);
  }
}
