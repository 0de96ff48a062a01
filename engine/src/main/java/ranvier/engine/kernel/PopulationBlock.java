package ranvier.engine.kernel;

import java.util.Arrays;
import java.util.List;
import ranvier.engine.math.VectorGate;
import ranvier.engine.model.GridInput;
import ranvier.engine.model.GridNeurons;
import ranvier.engine.model.InputSums;
import ranvier.engine.model.SpikeSink;

/**
 * The neurons of one population that belong to one block, with their input: turns the integer and floating-point sums
 * of a step into input arrays, chunk by chunk so that they stay in the first-level cache, and advances the neurons.
 */
final class PopulationBlock {
  /** Neurons that are advanced at once. */
  static final int CHUNK = 1024;
  /** In a rehearsal, steps with the one and then with the other form of input; a power of two. */
  private static final int IN_TURN = 32;

  private final GridNeurons neurons;
  private final int size;
  private final int padded;
  private final int base;
  private final int firstSource;
  private final int block;
  private final int blocks;
  private final boolean single;
  private final double[] resolution;
  private final InputSlots[] slots;
  private final double[][] floatingSums;
  private final List<PoissonDrive> poisson;
  private final CurrentDrive current;
  private final GridInput input;
  /** Null if some input is never in integer sums, or comes as current. */
  private final InputSums sums;
  private final SpikeSink spikes;
  private final VectorGate gate;
  /**
   * Sums are not offered in steps that give less than {@link #preparedTurns} under this mask. Two numbers, and not the
   * question whether this is a rehearsal: the compiler would believe that its answer never changes.
   */
  private final int turns;
  private final int preparedTurns;
  private final int[] counts = new int[CHUNK];

  /**
   * Takes the input of its block.
   *
   * @param slots per receptor the block's integer sums, or null
   * @param floatingSums per receptor the block's floating-point sums, or null
   * @param current null if there is none
   */
  PopulationBlock(GridNeurons neurons, int size, int base, int firstSource, int block, int blocks, boolean single,
      double[] resolution, InputSlots[] slots, double[][] floatingSums, List<PoissonDrive> poisson,
      CurrentDrive current, VectorGate gate) {
    this.gate = gate;
    turns = gate.isRehearsal() ? 2 * IN_TURN - 1 : 0;
    preparedTurns = gate.isRehearsal() ? IN_TURN : 0;
    this.neurons = neurons;
    this.size = size;
    this.padded = GridLayout.pad(size);
    this.base = base;
    this.firstSource = firstSource;
    this.block = block;
    this.blocks = blocks;
    this.single = single;
    this.resolution = resolution;
    this.slots = slots;
    this.floatingSums = floatingSums;
    this.poisson = poisson;
    this.current = current;
    input = new GridInput(resolution.length, CHUNK, single);
    spikes = new SpikeSink(size);
    boolean onlySums = current == null && resolution.length > 0;
    for (int r = 0; r < resolution.length; r++) {
      onlySums &= slots[r] != null && floatingSums[r] == null;
    }
    sums = onlySums
        ? new InputSums(Arrays.stream(slots).map(s -> s.sums).toArray(int[][]::new), resolution) : null;
  }

  /** Advances to the end of a step and adds the spikes to {@code out}; clears the input of the step. */
  void advance(int step, SliceSpikes out) {
    if (size == 0) {
      return;
    }
    spikes.clear();
    if (!advanceFromSums(step)) {
      advanceFromInput(step);
    }
    for (int k = 0; k < spikes.count(); k++) {
      out.add(firstSource + block + blocks * spikes.get(k));
    }
  }

  /** Leaves it to the model to turn sums into input, if it can and there is no other input but one Poisson input. */
  private boolean advanceFromSums(int step) {
    if (sums == null || (step & turns) < preparedTurns) {
      return false;
    }
    PoissonDrive drive = null;
    for (int k = 0; k < poisson.size(); k++) {
      if (poisson.get(k).active(step)) {
        if (drive != null || !neurons.takesCounts() || !poisson.get(k).isPlain(padded)) {
          return false;
        }
        drive = poisson.get(k);
      }
    }
    if (drive == null) {
      return advanceFromSums(0, padded, step, null, 0.0);
    }
    for (int from = 0; from < padded; from += CHUNK) {
      int to = Math.min(padded, from + CHUNK);
      draw(drive, step, from, to - from);
      if (!advanceFromSums(from, to, step, counts, drive.amount())) {
        return false;
      }
    }
    return true;
  }

  private boolean advanceFromSums(int from, int to, int step, int[] arrivals, double amount) {
    for (int r = 0; r < resolution.length; r++) {
      sums.setFirst(r, slots[r].offset(step) + base + from);
    }
    sums.setCounts(arrivals, amount);
    return neurons.advanceFromSums(from, to, step, sums, spikes);
  }

  private void draw(PoissonDrive drive, int step, int first, int length) {
    drive.table().draw(counts, length, block + blocks * first, blocks, step, drive.vectors() && gate.isOpen());
  }

  private void advanceFromInput(int step) {
    input.setCurrent(current == null ? null : current.during(step));
    for (int from = 0; from < padded; from += CHUNK) {
      int to = Math.min(padded, from + CHUNK);
      for (int r = 0; r < resolution.length; r++) {
        if (single) {
          gather(input.single(r), r, step, from, to - from);
        } else {
          gather(input.doubles(r), r, step, from, to - from);
        }
      }
      for (int k = 0; k < poisson.size(); k++) {
        PoissonDrive drive = poisson.get(k);
        if (drive.active(step)) {
          addPoisson(drive, step, from, to);
        }
      }
      neurons.advance(from, to, step, input, spikes);
    }
  }

  private void gather(float[] in, int receptor, int step, int from, int length) {
    if (slots[receptor] != null) {
      int[] sums = slots[receptor].sums;
      int offset = slots[receptor].offset(step) + base + from;
      if (gate.isOpen()) {
        SumVectors.take(in, sums, offset, length, (float) resolution[receptor]);
      } else {
        takeSums(in, sums, offset, length, (float) resolution[receptor]);
      }
    } else {
      Arrays.fill(in, 0, length, 0.0f);
    }
    if (floatingSums[receptor] != null) {
      addFloating(in, floatingSums[receptor], base + from, length);
    }
  }

  private void gather(double[] in, int receptor, int step, int from, int length) {
    if (slots[receptor] != null) {
      int[] sums = slots[receptor].sums;
      int offset = slots[receptor].offset(step) + base + from;
      if (gate.isOpen()) {
        SumVectors.take(in, sums, offset, length, resolution[receptor]);
      } else {
        takeSums(in, sums, offset, length, resolution[receptor]);
      }
    } else {
      Arrays.fill(in, 0, length, 0.0);
    }
    if (floatingSums[receptor] != null) {
      addFloating(in, floatingSums[receptor], base + from, length);
    }
  }

  // Small methods of plain loops: each is vectorised by the compiler.

  private static void takeSums(float[] in, int[] sums, int offset, int length, float resolution) {
    for (int k = 0; k < length; k++) {
      in[k] = sums[offset + k] * resolution;
    }
    Arrays.fill(sums, offset, offset + length, 0);
  }

  private static void takeSums(double[] in, int[] sums, int offset, int length, double resolution) {
    for (int k = 0; k < length; k++) {
      in[k] = sums[offset + k] * resolution;
    }
    Arrays.fill(sums, offset, offset + length, 0);
  }

  private static void addFloating(float[] in, double[] sums, int offset, int length) {
    for (int k = 0; k < length; k++) {
      in[k] += (float) sums[offset + k];
    }
    Arrays.fill(sums, offset, offset + length, 0.0);
  }

  private static void addFloating(double[] in, double[] sums, int offset, int length) {
    for (int k = 0; k < length; k++) {
      in[k] += sums[offset + k];
    }
    Arrays.fill(sums, offset, offset + length, 0.0);
  }

  private void addPoisson(PoissonDrive drive, int step, int from, int to) {
    int first = Math.max(from, drive.from());
    int length = Math.min(to, drive.to()) - first;
    if (length <= 0) {
      return;
    }
    draw(drive, step, first, length);
    if (drive.selected() != null) {
      int[] selected = drive.selected();
      for (int k = 0; k < length; k++) {
        counts[k] *= selected[first + k];
      }
    }
    if (single) {
      addCounts(input.single(drive.receptor()), first - from, counts, length, (float) drive.amount());
    } else {
      addCounts(input.doubles(drive.receptor()), first - from, counts, length, drive.amount());
    }
  }

  private static void addCounts(float[] in, int offset, int[] counts, int length, float amount) {
    for (int k = 0; k < length; k++) {
      in[offset + k] += counts[k] * amount;
    }
  }

  private static void addCounts(double[] in, int offset, int[] counts, int length, double amount) {
    for (int k = 0; k < length; k++) {
      in[offset + k] += counts[k] * amount;
    }
  }
}
