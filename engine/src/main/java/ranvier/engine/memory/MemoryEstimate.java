package ranvier.engine.memory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import ranvier.engine.model.Models;
import ranvier.engine.model.NeuronModel;
import ranvier.engine.network.Distribution;
import ranvier.engine.network.Network;
import ranvier.engine.network.Population;
import ranvier.engine.network.Problem;
import ranvier.engine.network.SpikeTrains;
import ranvier.engine.network.Storage;

/**
 * What a network would take in memory, before anything of it is built. Numbers of synapses are exact for all rules but
 * pairwise Bernoulli; bytes are those of the arrays, without spikes under way, recordings and what the Java machine
 * itself takes. Counts beyond 2^63 - 1 are told as that number.
 *
 * @param parts in the order of the description: populations, spike trains, projections, their index
 */
public record MemoryEstimate(List<Part> parts) {
  private static final int LANES = 16;

  /** What a part is made of. */
  public enum Kind { NEURONS, SPIKE_TRAINS, SYNAPSES, ROWS }

  /**
   * One population, set of spike trains or projection.
   *
   * @param kind of its elements
   * @param path such as {@code projections.e-to-i}
   * @param elements neurons, trains, synapses or rows
   * @param storage of the weights, never {@link Storage#AUTO}; null for all but synapses
   * @param bytes while running
   * @param buildBytes needed in addition while the network is built
   */
  public record Part(Kind kind, String path, long elements, Storage storage, long bytes, long buildBytes) {}

  /** Copies the list. */
  public MemoryEstimate {
    parts = List.copyOf(parts);
  }

  /** Estimates a network on the grid. */
  public static MemoryEstimate of(Network network, Models models, double dtMs, boolean singlePrecision, int threads) {
    return of(network, models, dtMs, false, singlePrecision, threads);
  }

  /**
   * Estimates a network that {@link ranvier.engine.network.Structure} finds sound.
   *
   * @param exact whether it is to run in exact time
   * @param models where the network's models are looked up; the neurons of an unknown one count as two variables
   * @param threads number of workers, each of which has its own index
   */
  public static MemoryEstimate of(Network network, Models models, double dtMs, boolean exact, boolean singlePrecision,
      int threads) {
    List<Part> parts = new ArrayList<>();
    for (Population p : network.populations()) {
      parts.add(new Part(Kind.NEURONS, "populations." + p.name(), p.size(), null,
          neuronBytes(p, models.neurons().get(p.model()), singlePrecision, threads), 0));
    }
    for (SpikeTrains s : network.spikeTrains()) {
      long spikes = 0;
      for (double[] times : s.timesMs()) {
        spikes += times.length;
      }
      parts.add(new Part(Kind.SPIKE_TRAINS, "spike_trains." + s.name(), s.size(), null, 8 * spikes, 0));
    }
    parts.addAll(new SynapseEstimate(network, models, dtMs, exact, singlePrecision, threads).parts());
    return new MemoryEstimate(parts);
  }

  private static long neuronBytes(Population p, NeuronModel model, boolean singlePrecision, int threads) {
    long padded = p.size() + (long) LANES * threads;
    int width = singlePrecision && model != null && model.hasSinglePrecision() ? Float.BYTES : Double.BYTES;
    int variables = model == null ? 2 : model.description().variables().size();
    long varied = p.parameters().values().stream().filter(d -> !(d instanceof Distribution.Constant)).count();
    // Per neuron: state, the end of refractoriness, one sum of inputs for each of two receptors, varied parameters.
    return padded * (width * (variables + varied) + Integer.BYTES + 2 * Double.BYTES);
  }

  /** Neurons of all populations. */
  public long neurons() {
    return parts.stream().filter(p -> p.kind() == Kind.NEURONS).mapToLong(Part::elements).sum();
  }

  /** Synapses of all projections. */
  public long synapses() {
    return saturated(parts.stream().filter(p -> p.kind() == Kind.SYNAPSES).mapToDouble(Part::elements).sum());
  }

  /** Bytes of all synapses with their indices. */
  public long synapseBytes() {
    return saturated(parts.stream().filter(p -> p.kind() == Kind.SYNAPSES || p.kind() == Kind.ROWS)
        .mapToDouble(Part::bytes).sum());
  }

  /** Bytes while running. */
  public long bytes() {
    return saturated(parts.stream().mapToDouble(Part::bytes).sum());
  }

  /** Bytes at the peak, while the network is built. */
  public long peakBytes() {
    return saturated(parts.stream().mapToDouble(p -> (double) p.bytes() + p.buildBytes()).sum());
  }

  /** The largest heap that this Java machine may use. */
  public static long availableBytes() {
    return Runtime.getRuntime().maxMemory();
  }

  /** Says that the network does not fit, with the parts that take most; empty if it fits. */
  public Optional<Problem> problem(long availableBytes) {
    if (peakBytes() <= availableBytes) {
      return Optional.empty();
    }
    StringBuilder message = new StringBuilder("the network would take " + text(peakBytes()) + " of memory, "
        + text(availableBytes) + " are available; the largest parts are");
    parts.stream().sorted(Comparator.comparingDouble((Part p) -> (double) p.bytes() + p.buildBytes()).reversed())
        .limit(3)
        .forEach(p -> message.append(' ').append(p.path()).append(" (").append(p.elements())
            .append(' ').append(p.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ')).append(", ")
            .append(text(saturated((double) p.bytes() + p.buildBytes()))).append("),"));
    message.setLength(message.length() - 1);
    return Optional.of(new Problem("", message + "; use a smaller network, storage fixed16, or a larger heap (-Xmx)"));
  }

  /** A number of bytes as a person writes it: {@code 1.2 GiB}. */
  public static String text(long bytes) {
    if (bytes < 1024) {
      return bytes + " B";
    }
    int power = Math.min(6, (63 - Long.numberOfLeadingZeros(bytes)) / 10);
    return String.format(Locale.ROOT, "%.1f %siB", bytes / StrictMath.pow(1024, power), "KMGTPE".charAt(power - 1));
  }

  static long saturated(double count) {
    return count >= 0x1p63 ? Long.MAX_VALUE : (long) count;
  }
}
