package ranvier.engine.exact;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
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
  private static final int MOST_SPIKES_PER_BIN = 100_000;

  private final BinNeurons neurons;
  private final int[] globals;
  private final int size;
  private final double binMs;
  private final Rows[] rows;
  private final LogRing[] rings;
  private final EffectSums[] effectSums = new EffectSums[2];
  private final double[][] sums = new double[2][];
  private final UnitInputs inputs;
  /** What each neuron is in the present bin: {@link #PLAIN}, {@link #RISKY}, {@link #HELD} or {@link #SURPRISING}. */
  private final byte[] status;
  private final Walks walks;
  private final LateArrivals late = new LateArrivals();
  private int lateDone;
  private int surprised;
  private final double[] effects;

  /** Neurons that are refractory at the start of the bin; the bins in which they cease to be, to be read in order. */
  private int[] refractory = new int[64];
  private long[] refractoryUntilBin = new long[64];
  private int refractoryCount;
  private final long[] refractoryBin;
  private final double[] refractoryOffset;
  private final double[] stimulusCurrent;

  private final long[] awake;
  private final long[] touched;
  private final long[] asleepSince;
  private final boolean[] neverSleeps;
  private final ProbedNeuron[][] probesOf;
  private int asleep;
  private long bin;
  private long arrivals;
  private long walked;
  private long surprises;

  Unit(BinNeurons neurons, int[] globals, double binMs, Rows[] rows, UnitInputs inputs, VectorGate gate) {
    this.neurons = neurons;
    this.globals = globals;
    this.binMs = binMs;
    this.rows = rows;
    this.inputs = inputs;
    size = globals.length;
    neurons.width(binMs);
    rings = new LogRing[rows.length];
    for (int s = 0; s < rows.length; s++) {
      rings[s] = rows[s] == null ? null : new LogRing(rows[s], (int) (rows[s].longestMs() / binMs) + 3);
    }
    for (int channel = 0; channel < 2; channel++) {
      double[][] polynomials = new double[neurons.effects()][];
      for (int e = 0; e < polynomials.length; e++) {
        int c = channel;
        int effect = e;
        polynomials[e] = EffectPolynomial.fit(x -> neurons.effect(c, effect, 0.5 * binMs * (1.0 - x)));
      }
      effectSums[channel] = new EffectSums(polynomials, gate);
      sums[channel] = new double[size * neurons.effects()];
    }
    status = new byte[size];
    effects = new double[neurons.effects()];
    walks = new Walks(size);
    refractoryBin = new long[size];
    Arrays.fill(refractoryBin, -1L);
    refractoryOffset = new double[size];
    stimulusCurrent = new double[size];
    int blocks = (size + ExactLayout.BLOCK - 1) >> ExactLayout.BLOCK_SHIFT;
    awake = new long[(blocks + 63) >> 6];
    touched = new long[awake.length];
    for (int b = 0; b < blocks; b++) {
      awake[b >> 6] |= 1L << b;
    }
    asleepSince = new long[blocks];
    neverSleeps = new boolean[blocks];
    for (PoissonArrivals p : inputs.poisson()) {
      for (int i : p.neurons) {
        neverSleeps[i >> ExactLayout.BLOCK_SHIFT] = true;
      }
    }
    probesOf = inputs.probed().isEmpty() ? null : new ProbedNeuron[size][];
    for (ProbedNeuron p : inputs.probed()) {
      neverSleeps[p.neuron >> ExactLayout.BLOCK_SHIFT] = true;
      ProbedNeuron[] before = probesOf[p.neuron] == null ? new ProbedNeuron[0] : probesOf[p.neuron];
      probesOf[p.neuron] = Arrays.copyOf(before, before.length + 1);
      probesOf[p.neuron][before.length] = p;
    }
  }

  /** Advances to the end of a bin all but what spikes within it may still change. */
  void open(long newBin, RegionClock clock) {
    bin = newBin;
    changeCurrents();
    if (asleep > 0) {
      wakeTouched();
      if (asleep == asleepSince.length) {
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
    for (PoissonArrivals p : inputs.poisson()) {
      p.deliver(bin, effectSums[p.channel], sums[p.channel]);
    }
    clock.lap(RegionClock.DELIVER);
    eachAwakeRange(this::update);
    clock.lap(RegionClock.ADVANCE);
    holdRefractory();
    flagWatchedAndDriven();
    eachAwakeRange(this::listRisky);
    if (walks.count() > 0) {
      collect(RISKY);
      for (int k = 0; k < walks.count(); k++) {
        // Brings their lines into the cache, several at a time; walking waits for each in turn.
        neurons.rewind(walks.get(k).neuron);
      }
      for (int k = 0; k < walks.count(); k++) {
        walk(walks.get(k));
      }
    }
    clock.lap(RegionClock.WALK);
  }

  private void changeCurrents() {
    if (inputs.currents().collect(bin) > 0) {
      for (int k = 0; k < inputs.currents().count(); k++) {
        int i = inputs.currents().neuron(k);
        if (inputs.currents().offset(k) == 0.0) {
          wake(i >> ExactLayout.BLOCK_SHIFT);
          stimulusCurrent[i] = inputs.currents().total(k);
          neurons.current(i, stimulusCurrent[i]);
        }
      }
    }
  }

  private void wakeTouched() {
    Arrays.fill(touched, 0L);
    for (int s = 0; s < rows.length; s++) {
      if (rows[s] != null) {
        rings[s].of(bin).touch(touched);
      }
    }
    for (int k = 0; k < inputs.currents().count(); k++) {
      int block = inputs.currents().neuron(k) >> ExactLayout.BLOCK_SHIFT;
      touched[block >> 6] |= 1L << block;
    }
    for (int word = 0; word < touched.length; word++) {
      for (long left = touched[word] & ~awake[word]; left != 0; left &= left - 1) {
        wake((word << 6) + Long.numberOfTrailingZeros(left));
      }
    }
  }

  /** Brings a sleeping block to the start of the present bin. */
  private void wake(int block) {
    if ((awake[block >> 6] >>> block & 1L) != 0) {
      return;
    }
    awake[block >> 6] |= 1L << block;
    asleep--;
    double slept = (bin - asleepSince[block]) * binMs;
    int from = block << ExactLayout.BLOCK_SHIFT;
    for (int i = from; i < Math.min(size, from + ExactLayout.BLOCK); i++) {
      neurons.advance(i, slept, false);
    }
  }

  /** Neurons from one index up to, but without, another. */
  interface Range {
    void visit(int from, int to);
  }

  void eachAwakeRange(Range range) {
    if (asleep == 0) {
      range.visit(0, size);
      return;
    }
    for (int word = 0; word < awake.length; word++) {
      for (long left = awake[word]; left != 0; ) {
        int first = Long.numberOfTrailingZeros(left);
        int length = Long.numberOfTrailingZeros(~(left >>> first));
        int from = ((word << 6) + first) << ExactLayout.BLOCK_SHIFT;
        range.visit(from, Math.min(size, from + (length << ExactLayout.BLOCK_SHIFT)));
        left = first + length >= 64 ? 0L : left & (-1L << (first + length));
      }
    }
  }

  private void update(int from, int to) {
    neurons.update(from, to, sums[0], sums[1], status);
  }

  private double refractoryUntil(int i) {
    return refractoryBin[i] >= bin ? (refractoryBin[i] - bin) * binMs + refractoryOffset[i] : -1.0;
  }

  private void holdRefractory() {
    int kept = 0;
    for (int k = 0; k < refractoryCount; k++) {
      int i = refractory[k];
      if (refractoryUntilBin[k] > bin) {
        refractoryUntilBin[kept] = refractoryUntilBin[k];
        refractory[kept++] = i;
        status[i] = neurons.hold(i) ? HELD : RISKY;
      } else {
        status[i] = RISKY;
      }
    }
    refractoryCount = kept;
  }

  private void flagWatchedAndDriven() {
    for (ProbedNeuron p : inputs.probed()) {
      if (p.open(bin * binMs, binMs)) {
        status[p.neuron] = RISKY;
      }
    }
    for (int k = 0; k < inputs.currents().count(); k++) {
      if (inputs.currents().offset(k) > 0.0) {
        status[inputs.currents().neuron(k)] = RISKY;
      }
    }
  }

  private void listRisky(int from, int to) {
    int i = from;
    for (; i + Long.BYTES <= to; i += Long.BYTES) {
      for (long left = (long) EIGHT.get(status, i) & EIGHT_RISKY; left != 0L; left &= left - 1) {
        int k = i + (Long.numberOfTrailingZeros(left) >>> 3);
        walks.add(k, refractoryUntil(k));
      }
    }
    for (; i < to; i++) {
      if (status[i] == RISKY) {
        walks.add(i, refractoryUntil(i));
      }
    }
  }

  private void collect(byte which) {
    for (int s = 0; s < rows.length; s++) {
      if (rows[s] != null) {
        rings[s].of(bin).collect(status, which, walks, s >> 1);
      }
    }
    for (PoissonArrivals p : inputs.poisson()) {
      for (int k = 0; k < p.neurons.length; k++) {
        if (status[p.neurons[k]] == which) {
          p.repeat(k, bin, walks.of(p.neurons[k]));
        }
      }
    }
  }

  /** Advances one neuron through the bin, event by event, from the state at the bin's start. */
  private void walk(WalkedNeuron w) {
    walked++;
    w.dirty = false;
    w.sort();
    w.spikeCount = 0;
    int i = w.neuron;
    neurons.rewind(i);
    double refractoryEnd = w.refractoryUntil;
    boolean isRefractory = refractoryEnd > 0.0;
    if (refractoryEnd == 0.0) {
      neurons.endRefractoriness(i);
    }
    boolean driven = inputs.currents().count() > 0;
    if (driven) {
      neurons.current(i, stimulusCurrent[i]);
    }
    ProbedNeuron[] probes = rewoundProbes(i);
    double now = 0.0;
    int arrival = 0;
    while (true) {
      double next = binMs;
      if (arrival < w.arrivals) {
        next = Math.min(next, w.offsets[arrival]);
      }
      if (isRefractory) {
        next = Math.min(next, refractoryEnd);
      }
      if (driven) {
        next = Math.min(next, inputs.currents().nextOffset(i, now));
      }
      if (probes != null) {
        next = Math.min(next, nextSample(probes));
      }
      next = Math.max(next, now);
      if (!isRefractory) {
        double until = neurons.nextSpike(i, next - now);
        if (until < next - now) {
          neurons.advance(i, until, false);
          now += until;
          w.spike(now);
          refractoryEnd = now + neurons.spike(i);
          w.lastRefractoryUntil = refractoryEnd;
          isRefractory = refractoryEnd > now;
          if (w.spikeCount > MOST_SPIKES_PER_BIN) {
            throw new IllegalStateException("neuron " + globals[i] + " spikes without end at " + (bin * binMs + now)
                + " ms; give it a refractory period, or a reset below its threshold");
          }
          continue;
        }
      }
      neurons.advance(i, next - now, isRefractory);
      now = next;
      if (isRefractory && refractoryEnd <= now && now < binMs) {
        isRefractory = false;
        neurons.endRefractoriness(i);
      }
      if (driven) {
        inputs.currents().apply(i, now, neurons);
      }
      while (arrival < w.arrivals && Math.min(w.offsets[arrival], binMs) <= now) {
        neurons.receive(i, w.channels[arrival], w.weights[arrival], isRefractory ? refractoryEnd - now : 0.0);
        arrival++;
      }
      if (probes != null) {
        sample(probes, now);
      }
      if (now >= binMs) {
        break;
      }
    }
  }

  private ProbedNeuron[] rewoundProbes(int i) {
    ProbedNeuron[] probes = probesOf == null ? null : probesOf[i];
    if (probes != null) {
      for (ProbedNeuron p : probes) {
        p.rewind();
      }
    }
    return probes;
  }

  private static double nextSample(ProbedNeuron[] probes) {
    double next = Double.POSITIVE_INFINITY;
    for (ProbedNeuron p : probes) {
      next = Math.min(next, p.offsetMs());
    }
    return next;
  }

  private void sample(ProbedNeuron[] probes, double now) {
    for (ProbedNeuron p : probes) {
      while (p.offsetMs() <= now) {
        p.take(neurons);
      }
    }
  }

  /** Adds the spikes up to a time that have not been published yet. */
  void publish(double untilMs, SpikeList into) {
    for (int k = 0; k < walks.count(); k++) {
      WalkedNeuron w = walks.get(k);
      while (w.emitted < w.spikeCount && w.spikes[w.emitted] < untilMs) {
        into.add(w.spikes[w.emitted++], globals[w.neuron]);
      }
    }
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
        walk(walks.get(k));
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
    if ((awake[block >> 6] >>> block & 1L) == 0) {
      wake(block);
      int from = block << ExactLayout.BLOCK_SHIFT;
      int to = Math.min(size, from + ExactLayout.BLOCK);
      update(from, to);
      // They sleep because they cannot spike by themselves.
      Arrays.fill(status, from, to, PLAIN);
    }
  }

  /** Ends the bin: refractoriness goes on, logs are emptied. */
  void close() {
    for (int k = 0; k < refractoryCount; k++) {
      status[refractory[k]] = PLAIN;
    }
    for (int k = 0; k < walks.count(); k++) {
      WalkedNeuron w = walks.get(k);
      status[w.neuron] = PLAIN;
      if (w.spikeCount > 0 && w.lastRefractoryUntil >= binMs) {
        keepRefractory(w.neuron, w.lastRefractoryUntil);
      }
    }
    walks.clear();
    for (int k = 0; k < inputs.currents().count(); k++) {
      stimulusCurrent[inputs.currents().neuron(k)] = inputs.currents().total(k);
    }
    late.count = 0;
    lateDone = 0;
    for (int s = 0; s < rows.length; s++) {
      if (rows[s] != null) {
        rings[s].of(bin).clear();
      }
    }
  }

  private void keepRefractory(int i, double untilMs) {
    long bins = (long) (untilMs / binMs);
    refractoryBin[i] = bin + bins;
    refractoryOffset[i] = untilMs - bins * binMs;
    if (refractoryCount == refractory.length) {
      refractory = Arrays.copyOf(refractory, 2 * refractoryCount);
      refractoryUntilBin = Arrays.copyOf(refractoryUntilBin, 2 * refractoryCount);
    }
    refractoryUntilBin[refractoryCount] = refractoryBin[i];
    refractory[refractoryCount++] = i;
  }

  /**
   * Blocks that nothing is about to reach and that cannot reach their thresholds by themselves fall asleep.
   *
   * @param newBin the bin to be opened next
   */
  void fallAsleep(long newBin) {
    if (asleep == asleepSince.length) {
      return;
    }
    bin = newBin;
    int reached = 0;
    for (int s = 0; s < rows.length; s++) {
      reached += rows[s] == null ? 0 : rings[s].of(bin).count();
    }
    if (reached > MANY_PER_BLOCK * asleepSince.length) {
      return;
    }
    Arrays.fill(touched, 0L);
    for (int s = 0; s < rows.length; s++) {
      if (rows[s] != null) {
        rings[s].of(bin).touch(touched);
      }
    }
    for (int k = 0; k < refractoryCount; k++) {
      int block = refractory[k] >> ExactLayout.BLOCK_SHIFT;
      touched[block >> 6] |= 1L << block;
    }
    for (int word = 0; word < awake.length; word++) {
      for (long left = awake[word] & ~touched[word]; left != 0; left &= left - 1) {
        int block = (word << 6) + Long.numberOfTrailingZeros(left);
        if (!neverSleeps[block] && isQuiet(block)) {
          awake[word] &= ~(1L << block);
          asleepSince[block] = bin;
          asleep++;
        }
      }
    }
  }

  private boolean isQuiet(int block) {
    int from = block << ExactLayout.BLOCK_SHIFT;
    for (int i = from; i < Math.min(size, from + ExactLayout.BLOCK); i++) {
      if (!neurons.quiet(i)) {
        return false;
      }
    }
    return true;
  }

  long arrivals() {
    return arrivals;
  }

  long walked() {
    return walked;
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
