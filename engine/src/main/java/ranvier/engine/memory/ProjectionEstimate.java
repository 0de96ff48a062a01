package ranvier.engine.memory;

import java.util.Arrays;
import ranvier.engine.model.Models;
import ranvier.engine.model.SynapseModel;
import ranvier.engine.network.Distribution;
import ranvier.engine.network.Network;
import ranvier.engine.network.Projection;
import ranvier.engine.network.Rule;
import ranvier.engine.network.Storage;

/** What the synapses of one projection would take. */
final class ProjectionEstimate {
  /** One entry of the index: where the synapses of a row with one delay begin. */
  private static final int INDEX_BYTES = 8;
  /** Draws further out than this fraction on either side are too rare to open a delay group in every row. */
  private static final double TAIL = 1e-3;

  private ProjectionEstimate() {}

  static MemoryEstimate.Part of(Projection p, Network network, Models models, double dtMs, int threads) {
    int sources = network.sizeOf(p.source());
    int targets = network.sizeOf(p.target());
    long synapses = p.rule().expectedSynapses(sources, targets, p.source().equals(p.target()));
    SynapseModel model = models.synapses().get(p.synapse());
    boolean plastic = model != null && model.plastic();
    Storage storage = storage(p, plastic);
    double bytes = (double) synapses * bytesPerSynapse(storage);
    if (plastic) {
      long varied = p.parameters().values().stream().filter(d -> !d.isConstant()).count();
      bytes += 8.0 * synapses * (model.description().variables().size() + varied);
    }
    double rows = (double) sources * threads;
    double perRow = rows == 0 ? 0 : synapses / rows;
    bytes += INDEX_BYTES * rows * Math.min(groups(p.delayMs(), dtMs), Math.ceil(perRow));
    return new MemoryEstimate.Part(MemoryEstimate.Kind.SYNAPSES, "projections." + p.name(), synapses, storage,
        MemoryEstimate.saturated(bytes), MemoryEstimate.saturated(buildBytes(p.rule(), synapses, sources)));
  }

  private static Storage storage(Projection p, boolean plastic) {
    if (p.storage() != Storage.AUTO) {
      return p.storage();
    }
    return plastic || p.rule() instanceof Rule.Explicit ? Storage.DOUBLE : Storage.FIXED16;
  }

  private static int bytesPerSynapse(Storage storage) {
    return switch (storage) {
      case FIXED16 -> 4;
      case SINGLE -> 8;
      case DOUBLE, AUTO -> 12;
    };
  }

  /** How many different delays, in steps, a long row has. */
  private static double groups(Distribution delayMs, double dtMs) {
    return switch (delayMs) {
      case Distribution.Constant c -> 1;
      case Distribution.Listed list ->
          Math.max(1, Arrays.stream(list.values()).mapToLong(d -> Math.round(d / dtMs)).distinct().count());
      default -> {
        long first = Math.max(1, Math.round(delayMs.value(0, TAIL) / dtMs));
        long last = Math.max(first, Math.round(delayMs.value(0, 1 - TAIL) / dtMs));
        yield last - first + 1.0;
      }
    };
  }

  /** Rules that do not choose targets source by source are sorted by source first. */
  private static double buildBytes(Rule rule, long synapses, int sources) {
    return switch (rule) {
      case Rule.FixedInDegree r -> 4.0 * synapses + 4.0 * sources;
      case Rule.Explicit r -> 8.0 * synapses + 4.0 * sources;
      case Rule.FixedTotalNumber r -> 4.0 * sources;
      case Rule.OneToOne r -> 0;
      case Rule.AllToAll r -> 0;
      case Rule.FixedOutDegree r -> 0;
      case Rule.PairwiseBernoulli r -> 0;
    };
  }
}
