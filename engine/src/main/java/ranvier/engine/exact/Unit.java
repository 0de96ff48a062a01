package ranvier.engine.exact;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.function.IntConsumer;
import ranvier.engine.math.VectorGate;
import ranvier.engine.measure.RegionClock;
import ranvier.engine.model.BinNeurons;

/**
 * The neurons of one class in one partition, with all synapses onto them, in work bins. In each bin: {@link #open} adds
 * up what is logged, advances every neuron that is awake, and walks the risky ones; then, window by window of the
 * shortest delay, spikes are {@link #publish published} and {@link #take taken}; {@link #close} ends the bin, and its
 * spikes are {@link #append appended} to the logs of later ones. Used by one worker.
 */
final class Unit {
  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  /** {@link #RISKY} in every byte; no other status has that bit. */
  private static final long EIGHT_RISKY = 0x0101010101010101L;
  private static final byte PLAIN = 0;
  /** May reach the threshold, and is walked. */
  private static final byte RISKY = 1;
  /** Refractory for the whole bin. */
  private static final byte HELD = 2;
  /** Has become risky by late arrivals of the present window. */
  private static final byte SURPRISING = 4;
  /** Synapses of the next row that are fetched while a row is appended. */
  private static final int TOUCHED = 256;
  /** Where so many arrivals wait per block, hardly any block is left out, and none is looked for. */
  private static final int MANY_PER_BLOCK = 16;

  private final BinNeurons neurons;
  private final int[] globals;
  private final double binMs;
  private final Rows[] rows;
  private final LogRing[] rings;
  private final EffectSums[] effectSums = new EffectSums[2];
  private final double[][] sums = new double[2][];
  private final CurrentChanges currents;
  // Arrays: walking through a list makes an object until that is compiled away.
  private final PoissonArrivals[] poisson;
  private final EffectSums[] poissonSums;
  private final ProbedNeuron[] probed;
  /** What each neuron is in the present bin: {@link #PLAIN}, {@link #RISKY}, {@link #HELD} or {@link #SURPRISING}. */
  private final byte[] status;
  private final Walks walks;
  private final RiskySearch search;
  private final LateArrivals late = new LateArrivals();
  private int lateDone;
  private int surprised;
  private final double[] effects;

  private final Refractory refractory;
  private final SleepingBlocks blocks;
  private final Walker walker;

  // Made once: a bin allocates nothing.
  private final SleepingBlocks.Range update = this::update;
  private final SleepingBlocks.Range listRisky = this::listRisky;
  private final IntConsumer hold = this::hold;
  private final IntConsumer risk = this::risk;
  private final IntConsumer release = this::release;
  private final IntConsumer touch;
  private long bin;
  private long arrivals;
  private long surprises;

  /**
   * Some neurons of one model.
   *
   * @param isLate whether a spike may arrive within its own bin
   */
  Unit(BinNeurons neurons, int[] globals, double binMs, boolean isLate, Rows[] rows, UnitInputs inputs,
      VectorGate gate) {
    this.neurons = neurons;
    this.globals = globals;
    this.binMs = binMs;
    this.rows = rows;
    currents = inputs.currents();
    poisson = inputs.poisson().toArray(PoissonArrivals[]::new);
    probed = inputs.probed().toArray(ProbedNeuron[]::new);
    int size = globals.length;
    neurons.width(binMs, isLate);
    rings = new LogRing[rows.length];
    for (int s = 0; s < rows.length; s++) {
      rings[s] = rows[s] == null ? null : new LogRing(rows[s], (int) (rows[s].longestMs() / binMs) + 3);
    }
    for (int channel = 0; channel < 2; channel++) {
      effectSums[channel] = new EffectSums(EffectPolynomial.all(neurons, channel, binMs), gate);
      sums[channel] = new double[size * neurons.effects()];
    }
    poissonSums = Arrays.stream(poisson).map(p -> effectSums[p.channel].ofWeight(p.weight))
        .toArray(EffectSums[]::new);
    status = new byte[size];
    effects = new double[neurons.effects()];
    walks = new Walks(size);
    search = new RiskySearch(gate);
    refractory = new Refractory(size, binMs);
    blocks = new SleepingBlocks(neurons, size, binMs, inputs);
    walker = new Walker(neurons, globals, binMs, inputs);
    touch = blocks::touch;
  }

  /** Advances to the end of a bin all but what spikes within it may still change. */
  void open(long newBin, RegionClock clock) {
    bin = newBin;
    changeCurrents();
    if (blocks.someSleep()) {
      wakeTouched();
      if (blocks.allSleep()) {
        clock.lap(RegionClock.DELIVER);
        return;
      }
    }
    for (int s = 0; s < rows.length; s++) {
      if (rows[s] != null) {
        BinLog log = rings[s].of(bin);
        arrivals += log.count();
        effectSums[s >> 1].add(log, sums[s >> 1]);
      }
    }
    for (int k = 0; k < poisson.length; k++) {
      poisson[k].deliver(bin, poissonSums[k], sums[poisson[k].channel]);
    }
    clock.lap(RegionClock.DELIVER);
    blocks.eachAwakeRange(update);
    clock.lap(RegionClock.ADVANCE);
    holdRefractory();
    flagWatchedAndDriven();
    blocks.eachAwakeRange(listRisky);
    if (walks.count() > 0) {
      collect(RISKY);
      for (int k = 0; k < walks.count(); k++) {
        // Brings their lines into the cache, several at a time; walking waits for each in turn.
        neurons.rewind(walks.get(k).neuron);
      }
      for (int k = 0; k < walks.count(); k++) {
        walker.walk(walks.get(k), bin);
      }
    }
    clock.lap(RegionClock.WALK);
  }

  private void changeCurrents() {
    if (currents.collect(bin) > 0) {
      for (int k = 0; k < currents.count(); k++) {
        int i = currents.neuron(k);
        if (currents.offset(k) == 0.0) {
          blocks.wake(i >> ExactLayout.BLOCK_SHIFT, bin);
          walker.current(i, currents.total(k));
        }
      }
    }
  }

  private void wakeTouched() {
    touchReached();
    for (int k = 0; k < currents.count(); k++) {
      blocks.touch(currents.neuron(k));
    }
    blocks.wakeTouched(bin);
  }

  /** Marks the blocks that something arrives at in the present bin. */
  private void touchReached() {
    blocks.untouch();
    for (int s = 0; s < rows.length; s++) {
      if (rows[s] != null) {
        blocks.touch(rings[s].of(bin));
      }
    }
  }

  /** Visits all neurons that are awake. */
  void eachAwakeRange(SleepingBlocks.Range range) {
    blocks.eachAwakeRange(range);
  }

  private void update(int from, int to) {
    neurons.update(from, to, sums[0], sums[1], status);
  }

  private void holdRefractory() {
    refractory.open(bin, hold, risk);
  }

  private void hold(int i) {
    status[i] = neurons.hold(i) ? HELD : RISKY;
  }

  private void risk(int i) {
    status[i] = RISKY;
  }

  private void release(int i) {
    status[i] = PLAIN;
  }

  private void flagWatchedAndDriven() {
    for (ProbedNeuron p : probed) {
      if (p.open(bin * binMs, binMs)) {
        status[p.neuron] = RISKY;
      }
    }
    for (int k = 0; k < currents.count(); k++) {
      if (currents.offset(k) > 0.0) {
        status[currents.neuron(k)] = RISKY;
      }
    }
  }

  private void listRisky(int from, int to) {
    int i = from;
    for (; i + Long.BYTES <= to; i += Long.BYTES) {
      for (long left = (long) EIGHT.get(status, i) & EIGHT_RISKY; left != 0L; left &= left - 1) {
        int k = i + (Long.numberOfTrailingZeros(left) >>> 3);
        walks.add(k, refractory.until(k, bin));
      }
    }
    for (; i < to; i++) {
      if (status[i] == RISKY) {
        walks.add(i, refractory.until(i, bin));
      }
    }
  }

  private void collect(byte which) {
    search.lookFor(walks, status, which);
    for (int s = 0; s < rows.length; s++) {
      if (rows[s] != null) {
        search.collect(rings[s].of(bin), status, which, walks, s >> 1);
      }
    }
    for (PoissonArrivals p : poisson) {
      p.repeat(bin, status, which, walks);
    }
  }

  /**
   * Adds the spikes up to a time that have not been published yet.
   *
   * @return when the next spike follows, unless arrivals change it; infinite if none does in this bin
   */
  double publish(double untilMs, SpikeList into) {
    return walks.publish(untilMs, globals, into);
  }

  /** Carries out what the spikes of a window cause in this bin. */
  void take(SpikeList spikes, RegionClock clock) {
    for (int s = 0; s < rows.length; s++) {
      for (int k = 0; rows[s] != null && k < spikes.count(); k++) {
        rows[s].touch(spikes.source(k), 1);
      }
    }
    for (int k = 0; k < spikes.count(); k++) {
      for (int s = 0; s < rows.length; s++) {
        if (rows[s] != null) {
          rows[s].addLate(spikes.source(k), spikes.offsetMs(k), late, s >> 1);
        }
      }
    }
    if (lateDone < late.count) {
      deliverLate();
    }
    clock.lap(RegionClock.WALK);
  }

  /** Notes what the spikes of a bin cause in later ones. */
  void append(SpikeList spikes, long ofBin) {
    for (int k = 0; k < spikes.count(); k++) {
      for (int s = 0; s < rows.length; s++) {
        if (rows[s] != null) {
          if (k + 1 < spikes.count()) {
            rows[s].touch(spikes.source(k + 1), TOUCHED);
          }
          rows[s].append(spikes.source(k), ofBin, spikes.offsetMs(k), rings[s]);
        }
      }
    }
  }

  private void deliverLate() {
    arrivals += late.count - lateDone;
    int before = lateDone;
    lateDone = late.count;
    surprised = 0;
    for (int k = before; k < late.count; k++) {
      int i = late.targets[k];
      wakeAndAdvance(i >> ExactLayout.BLOCK_SHIFT);
      byte now = status[i];
      if (now == RISKY) {
        late.give(k, walks.of(i));
        continue;
      }
      if (now == SURPRISING) {
        continue;
      }
      double rest = binMs - late.offsets[k];
      effectSums[late.channels[k]].effects(1.0 - 2.0 * rest / binMs, late.weights[k], effects);
      if (now == HELD) {
        neurons.lateHeld(i, late.channels[k], effects);
      } else if (neurons.late(i, late.channels[k], rest, late.weights[k], effects)) {
        walks.add(i, -1.0);
        status[i] = SURPRISING;
        surprised++;
      }
    }
    if (surprised > 0) {
      surprises += surprised;
      walkAfterAll();
    }
    for (int k = 0; k < walks.count(); k++) {
      if (walks.get(k).dirty) {
        walker.walk(walks.get(k), bin);
      }
    }
  }

  /** Gives the neurons that late arrivals have made risky all that they have received in this bin. */
  private void walkAfterAll() {
    collect(SURPRISING);
    for (int k = 0; k < late.count; k++) {
      if (status[late.targets[k]] == SURPRISING) {
        late.give(k, walks.of(late.targets[k]));
      }
    }
    for (int k = walks.count() - surprised; k < walks.count(); k++) {
      status[walks.get(k).neuron] = RISKY;
    }
  }

  private void wakeAndAdvance(int block) {
    if (!blocks.isAwake(block)) {
      blocks.wake(block, bin);
      int from = block << ExactLayout.BLOCK_SHIFT;
      int to = Math.min(globals.length, from + ExactLayout.BLOCK);
      update(from, to);
      // They sleep because they cannot spike by themselves.
      Arrays.fill(status, from, to, PLAIN);
    }
  }

  /** Ends the bin: refractoriness goes on, logs are emptied. */
  void close() {
    refractory.each(release);
    for (int k = 0; k < walks.count(); k++) {
      WalkedNeuron w = walks.get(k);
      status[w.neuron] = PLAIN;
      if (w.spikeCount > 0 && w.lastRefractoryUntil >= binMs) {
        refractory.add(w.neuron, bin, w.lastRefractoryUntil);
      }
    }
    walks.clear();
    walker.close();
    late.count = 0;
    lateDone = 0;
    for (int s = 0; s < rows.length; s++) {
      if (rows[s] != null) {
        rings[s].of(bin).clear();
      }
    }
  }

  /**
   * Blocks that nothing is about to reach and that cannot reach their thresholds by themselves fall asleep.
   *
   * @param newBin the bin to be opened next
   */
  void fallAsleep(long newBin) {
    if (blocks.allSleep()) {
      return;
    }
    bin = newBin;
    int reached = 0;
    for (int s = 0; s < rows.length; s++) {
      reached += rows[s] == null ? 0 : rings[s].of(bin).count();
    }
    if (reached > MANY_PER_BLOCK * blocks.count()) {
      return;
    }
    touchReached();
    refractory.each(touch);
    blocks.fallAsleep(bin);
  }

  long arrivals() {
    return arrivals;
  }

  long walked() {
    return walker.walked();
  }

  long surprises() {
    return surprises;
  }

  long synapseBytes() {
    long bytes = 0;
    for (int s = 0; s < rows.length; s++) {
      if (rows[s] != null) {
        bytes += rows[s].bytes() + rings[s].bytes();
      }
    }
    return bytes;
  }
}
