package ranvier.engine.kernel;

import java.util.List;

/** Some neurons, all synapses onto them and all their state: what one worker owns. */
final class Block {
  private final PopulationBlock[] populations;
  private final TrainBlock[] trains;
  private final Delivery[] deliveries;
  private final PlasticBlock plastic;
  private final ProbeBlock[] probes;
  private final SliceSpikes[] out;

  /**
   * Takes its parts.
   *
   * @param deliveries of synapses that do not learn
   * @param plastic synapses that learn; null if there are none
   */
  Block(List<PopulationBlock> populations, List<TrainBlock> trains, List<Delivery> deliveries, PlasticBlock plastic,
      List<ProbeBlock> probes, int sliceSteps) {
    this.populations = populations.toArray(PopulationBlock[]::new);
    this.trains = trains.toArray(TrainBlock[]::new);
    this.deliveries = deliveries.toArray(Delivery[]::new);
    this.plastic = plastic;
    this.probes = probes.toArray(ProbeBlock[]::new);
    out = new SliceSpikes[] {new SliceSpikes(sliceSteps), new SliceSpikes(sliceSteps)};
  }

  /** Spikes of a slice; two slices alternate, so that one can be read while the next is written. */
  SliceSpikes spikes(long slice) {
    return out[(int) (slice & 1)];
  }

  /** The plastic synapses; null if there are none. */
  PlasticBlock plastic() {
    return plastic;
  }

  /** Advances all neurons to the end of a step. */
  void advance(int step, SliceSpikes spikes) {
    int first = spikes.count();
    for (PopulationBlock p : populations) {
      p.advance(step, spikes);
    }
    if (plastic != null) {
      plastic.observe(step, spikes, first, spikes.count());
    }
    for (TrainBlock t : trains) {
      t.emit(step, spikes);
    }
    spikes.endStep();
    for (ProbeBlock p : probes) {
      p.sample(step);
    }
  }

  /** Spikes of trains at time 0, as a slice of one step. */
  void emitAtStart(SliceSpikes spikes) {
    spikes.clear();
    for (TrainBlock t : trains) {
      t.emit(0, spikes);
    }
    spikes.endStep();
  }

  /** Takes the spikes of all blocks in a step. */
  void schedule(SliceSpikes merged, int stepInSlice, int step) {
    if (plastic != null) {
      plastic.schedule(merged, stepInSlice, step);
    }
    for (Delivery d : deliveries) {
      d.schedule(merged, stepInSlice, step);
    }
  }

  /** Adds everything that is known of a step to its input. */
  void deliver(int step) {
    for (Delivery d : deliveries) {
      d.deliver(step);
    }
    if (plastic != null) {
      plastic.deliver(step);
    }
  }

  /** Events added so far. */
  long synapticEvents() {
    long events = plastic == null ? 0 : plastic.synapticEvents();
    for (Delivery d : deliveries) {
      events += d.synapticEvents();
    }
    return events;
  }
}
