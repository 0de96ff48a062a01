package ranvier.engine.kernel;

import java.util.Arrays;
import java.util.stream.IntStream;
import ranvier.engine.connectivity.ProjectionRows;
import ranvier.engine.connectivity.RowReader;
import ranvier.engine.network.Network;
import ranvier.engine.network.Storage;

/**
 * Projections that are not kept: the row of a source is drawn again at each of its spikes. Every number is the one that
 * fixed point would keep, and sums of integers do not depend on their order, so neither does any result. Each worker
 * draws all rows and takes what belongs to its own blocks.
 */
final class DrawnRows {
  private final GridLayout layout;
  private final InputLayout input;
  private final ProjectionRows[] rows;
  private final RowTarget[] targets;
  /** Projections that start at each population or set of spike trains. */
  private final int[][] starting;
  private final boolean[] receptors;
  private final WordCalendar[][] calendars;

  DrawnRows(Network network, GridLayout layout, SynapsePlan plan, ProjectionRows[] rows, RowTarget[] targets,
      InputLayout input) {
    this.layout = layout;
    this.input = input;
    this.rows = rows;
    this.targets = targets;
    int populations = network.populations().size();
    starting = new int[layout.firstSource.length][];
    boolean any = false;
    for (int entity = 0; entity < starting.length; entity++) {
      String name = entity < populations ? network.populations().get(entity).name()
          : network.spikeTrains().get(entity - populations).name();
      starting[entity] = IntStream.range(0, rows.length).filter(j -> plan.storage(j) == Storage.PROCEDURAL)
          .filter(j -> network.projections().get(j).source().equals(name)).toArray();
      any |= starting[entity].length > 0;
    }
    receptors = new boolean[any ? IntStream.range(0, populations).map(p -> plan.receptors(p).receptors().size()).max()
        .orElse(0) : 0];
    for (int j = 0; j < rows.length; j++) {
      if (plan.storage(j) == Storage.PROCEDURAL) {
        for (int r = 0; r < targets[j].receptors.receptors().size(); r++) {
          receptors[r] |= targets[j].receptor < 0 || targets[j].receptor == r;
        }
      }
    }
    calendars = new WordCalendar[layout.blocks][receptors.length];
  }

  /** Where the events of one block go, per receptor; null where there are none. */
  WordCalendar[] calendars(int block, int horizon) {
    for (int r = 0; r < receptors.length; r++) {
      calendars[block][r] = receptors[r] ? new WordCalendar(horizon) : null;
    }
    return calendars[block];
  }

  /** For one worker. */
  Reader reader(int... ownBlocks) {
    return new Reader(ownBlocks);
  }

  /** Draws rows; used by one worker. */
  final class Reader {
    private final RowReader[] readers = new RowReader[rows.length];
    private final boolean[] own = new boolean[layout.blocks];

    private Reader(int... ownBlocks) {
      for (int b : ownBlocks) {
        own[b] = true;
      }
      for (int[] projections : starting) {
        for (int j : projections) {
          readers[j] = rows[j].reader();
        }
      }
    }

    /** Draws the rows of all spikes of a step and notes what is due when. */
    void schedule(SliceSpikes merged, int stepInSlice, int step) {
      if (receptors.length == 0) {
        return;
      }
      for (int k = merged.start(stepInSlice); k < merged.end(stepInSlice); k++) {
        int source = merged.source(k);
        int entity = Arrays.binarySearch(layout.firstSource, source);
        entity = entity >= 0 ? lastOfSameStart(entity) : -entity - 2;
        for (int j : starting[entity]) {
          draw(readers[j], targets[j], source - layout.firstSource[entity], step);
        }
      }
    }

    /** Empty populations start where the next one does. */
    private int lastOfSameStart(int entity) {
      int last = entity;
      while (last + 1 < layout.firstSource.length && layout.firstSource[last + 1] == layout.firstSource[entity]) {
        last++;
      }
      return last;
    }

    private void draw(RowReader reader, RowTarget target, int row, int step) {
      int length = reader.read(row);
      int[] out = reader.targets();
      int blocks = layout.blocks;
      short[] codes = target.codes;
      char[] delays = target.delaySteps;
      boolean constant = target.isTabulated() && codes == null;
      for (int k = 0; k < length; k++) {
        int block = out[k] % blocks;
        if (own[block]) {
          long bits = codes != null || delays != null ? reader.valueBits(k) : 0L;
          int delay = delays != null ? delays[(int) (bits >>> 16) & 0xFFFF] : target.constantDelay;
          int receptor = target.receptor;
          int code;
          if (codes != null) {
            code = codes[(int) (bits >>> 48)];
          } else if (constant) {
            code = target.constantCode;
          } else {
            double weight = reader.weight(k);
            receptor = receptor >= 0 ? receptor : target.receptors.of(weight);
            code = target.code(weight, receptor);
          }
          calendars[block][receptor].add(step + delay, input.word(code, target.base + out[k] / blocks, 0));
        }
      }
    }
  }
}
