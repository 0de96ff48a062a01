package ranvier.engine.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import ranvier.engine.math.VectorGate;
import ranvier.engine.memory.StateArray;
import ranvier.engine.memory.StateStore;
import ranvier.engine.memory.SynapseTable;
import ranvier.engine.model.GridNeurons;
import ranvier.engine.model.Models;
import ranvier.engine.model.NeuronModel;
import ranvier.engine.model.Receptor;
import ranvier.engine.network.Network;
import ranvier.engine.network.Neurons;
import ranvier.engine.network.Population;
import ranvier.engine.network.Probe;
import ranvier.engine.network.Stimulus;
import ranvier.engine.network.Storage;
import ranvier.engine.plasticity.PlasticProjection;
import ranvier.engine.plasticity.PlasticTable;
import ranvier.engine.random.PoissonTable;

/** A network laid out in blocks: state, synapses, stimuli and probes, ready to be advanced by workers. */
final class GridNetwork {
  final GridLayout layout;
  final SynapsePlan plan;
  final StateStore state = new StateStore();
  final Block[] blocks;
  final List<ProjectionStorage> storage;
  final DrawnRows drawn;
  final InputLayout input;
  /** By block. */
  final SynapseTable[][] tables;
  final List<ProbeBlock.Samples> samples = new ArrayList<>();
  private final StateArray[][] arrays;
  private final Network network;
  private final SimulationOptions options;
  private final VectorGate gate;
  private boolean hasVectorForms;
  private final PopulationParameters[] parameters;
  private final NeuronModel[] models;
  private final Map<String, double[]> offsets = new HashMap<>();
  /** By plastic projection and block. */
  final PlasticTable[][] plastic;

  GridNetwork(Network network, Models installed, SimulationOptions options,
      Function<InputNeeds, InputLayout> inputLayout, Function<InputLayout, VectorGate> warmUp,
      DoubleConsumer progress) {
    this.network = network;
    this.options = options;
    layout = new GridLayout(network, options.threads());
    int populations = network.populations().size();
    parameters = new PopulationParameters[populations];
    models = new NeuronModel[populations];
    List<List<Receptor>> receptors = new ArrayList<>();
    for (int p = 0; p < populations; p++) {
      Population population = network.populations().get(p);
      models[p] = installed.neurons().get(population.model());
      parameters[p] = new PopulationParameters(population, models[p].description(), p, options.seed());
      receptors.add(List.copyOf(models[p].receptors(parameters[p], options.separateReceptors())));
    }
    plan = new SynapsePlan(network, installed, receptors, options.dtMs(), options.singlePrecision());
    RowTables shared = new RowTables(layout, options.dtMs());
    input = inputLayout.apply(InputNeeds.of(network, layout, plan, shared));
    gate = warmUp.apply(input);
    SynapseBuilder builder = new SynapseBuilder(network, layout, plan, shared, input, options.seed(),
        options.threads());
    tables = builder.build(progress);
    drawn = builder.drawn();
    plastic = PlasticBlock.tables(network, PlasticProjection.of(network, installed, options.singlePrecision(),
        options.seed(), options.threads()), layout, plan, options, gate);
    storage = withPlastic(builder.storage());
    for (Probe probe : network.probes()) {
      int columns = probe.neurons().count(network.sizeOf(probe.population())) * probe.variables().size();
      samples.add(new ProbeBlock.Samples(columns));
    }
    blocks = new Block[layout.blocks];
    for (int b = 0; b < blocks.length; b++) {
      blocks[b] = block(b);
    }
    arrays = new StateArray[layout.blocks][];
    for (int b = 0; b < arrays.length; b++) {
      int number = b;
      arrays[b] = state.arrays().stream().filter(a -> a.block() == number).toArray(StateArray[]::new);
    }
  }

  private Block block(int b) {
    int receptors = IntStream.range(0, models.length).map(p -> plan.receptors(p).receptors().size()).max().orElse(0);
    InputSlots[] slots = new InputSlots[receptors];
    double[][] floatingSums = new double[receptors][];
    for (int r = 0; r < receptors; r++) {
      int receptor = r;
      if (IntStream.range(0, models.length).anyMatch(p -> receptor < plan.receptors(p).resolution().length
          && plan.receptors(p).resolution()[receptor] != 0.0)) {
        slots[r] = new InputSlots(input);
      }
      if (IntStream.range(0, models.length).anyMatch(p -> receptor < plan.receptors(p).floating().length
          && plan.receptors(p).floating()[receptor])) {
        floatingSums[r] = new double[layout.blockSize()];
      }
    }
    List<PopulationBlock> populations = new ArrayList<>();
    for (int p = 0; p < models.length; p++) {
      if (layout.localSize(p, b) > 0) {
        populations.add(population(p, b, slots, floatingSums));
      }
    }
    List<TrainBlock> trains = new ArrayList<>();
    for (int t = 0; t < network.spikeTrains().size(); t++) {
      trains.add(new TrainBlock(network.spikeTrains().get(t), layout.firstSource[models.length + t], b, layout.blocks,
          options.dtMs()));
    }
    List<ProbeBlock> probes = new ArrayList<>();
    for (int k = 0; k < network.probes().size(); k++) {
      probes.add(probe(network.probes().get(k), samples.get(k), b));
    }
    return new Block(populations, trains, deliveries(b, slots, floatingSums),
        PlasticBlock.of(network, plastic, layout, b, options.dtMs(), slots, floatingSums, plan, state, gate), probes,
        plan.shortestDelay());
  }

  private List<Delivery> deliveries(int b, InputSlots[] slots, double[][] floatingSums) {
    int horizon = plan.longestDelay() + plan.shortestDelay() + 1;
    List<Delivery> deliveries = new ArrayList<>();
    for (SynapseTable table : tables[b]) {
      if (table.storage() != Storage.FIXED16) {
        deliveries.add(new FloatingRows(table, horizon, floatingSums[table.receptor()]));
      } else if (input.pushes()) {
        deliveries.add(new PushedRows(table, slots[table.receptor()]));
      } else {
        deliveries.add(new DueRows(table, horizon, slots[table.receptor()], input));
      }
    }
    WordCalendar[] calendars = drawn.calendars(b, horizon);
    for (int r = 0; r < calendars.length; r++) {
      if (calendars[r] != null) {
        deliveries.add(new DrawnEvents(calendars[r], slots[r]));
      }
    }
    return deliveries;
  }

  private List<ProjectionStorage> withPlastic(List<ProjectionStorage> all) {
    List<ProjectionStorage> changed = new ArrayList<>(all);
    for (PlasticTable[] ofBlocks : plastic) {
      int j = ofBlocks[0].of().number();
      changed.set(j, new ProjectionStorage(all.get(j).projection(),
          ofBlocks[0].of().single() ? Storage.SINGLE : Storage.DOUBLE, 0.0,
          Arrays.stream(ofBlocks).mapToLong(PlasticTable::synapses).sum(),
          Arrays.stream(ofBlocks).mapToLong(PlasticTable::bytes).sum()));
    }
    return changed;
  }

  private PopulationBlock population(int p, int b, InputSlots[] slots, double[][] floatingSums) {
    Population population = network.populations().get(p);
    PopulationReceptors receptors = plan.receptors(p);
    int size = layout.localSize(p, b);
    boolean single = options.singlePrecision() && models[p].hasSinglePrecision();
    GridPopulation part = new GridPopulation(population, models[p].description(), parameters[p], p,
        options, state, receptors.receptors(), offsets, layout.firstSource[p], b, layout.blocks, size, single, gate);
    GridNeurons neurons = models[p].onGrid(part);
    hasVectorForms |= part.hasVectorForm();
    InputSlots[] own = new InputSlots[receptors.receptors().size()];
    double[][] ownFloating = new double[own.length][];
    for (int r = 0; r < own.length; r++) {
      own[r] = receptors.resolution()[r] != 0.0 ? slots[r] : null;
      ownFloating[r] = receptors.floating()[r] ? floatingSums[r] : null;
    }
    return new PopulationBlock(neurons, size, layout.base(p), layout.firstSource[p], b, layout.blocks, single,
        receptors.resolution(), own, ownFloating, poisson(p, b, receptors), currents(p, b, size), gate);
  }

  private List<PoissonDrive> poisson(int p, int b, PopulationReceptors receptors) {
    List<PoissonDrive> drives = new ArrayList<>();
    for (int s = 0; s < network.stimuli().size(); s++) {
      if (network.stimuli().get(s) instanceof Stimulus.Poisson input && input.rateHz() > 0
          && input.target().equals(network.populations().get(p).name())) {
        int[] selected = null;
        if (!(input.neurons() instanceof Neurons.All)) {
          selected = new int[GridLayout.pad(layout.localSize(p, b))];
          for (int neuron : local(input.neurons(), p, b)) {
            selected[neuron]++;
          }
        }
        int receptor = receptors.of(input.weight());
        drives.add(PoissonDrive.of(
            new PoissonTable(input.rateHz() * options.dtMs() * 1e-3, options.seed(), s, options.vectorised()),
            receptor, receptors.amount(receptor, input.weight()), selected, GridLayout.pad(layout.localSize(p, b)),
            Steps.nearest(input.startMs(), options.dtMs()) + 1, Steps.nearest(input.stopMs(), options.dtMs())));
      }
    }
    return drives;
  }

  private CurrentDrive currents(int p, int b, int size) {
    List<Stimulus.Current> currents = new ArrayList<>();
    List<int[]> currentNeurons = new ArrayList<>();
    List<Stimulus.Noise> noises = new ArrayList<>();
    List<int[]> noiseNeurons = new ArrayList<>();
    List<Integer> numbers = new ArrayList<>();
    for (int s = 0; s < network.stimuli().size(); s++) {
      Stimulus stimulus = network.stimuli().get(s);
      if (stimulus.target().equals(network.populations().get(p).name())) {
        int[] neurons = local(stimulus.neurons(), p, b);
        switch (stimulus) {
          case Stimulus.Current c -> {
            currents.add(c);
            currentNeurons.add(neurons);
          }
          case Stimulus.Noise n -> {
            noises.add(n);
            noiseNeurons.add(neurons);
            numbers.add(s);
          }
          case Stimulus.Poisson poisson -> { }
        }
      }
    }
    if (currents.isEmpty() && noises.isEmpty()) {
      return null;
    }
    long[][] ids = new long[noises.size()][];
    for (int n = 0; n < ids.length; n++) {
      ids[n] = IntStream.of(noiseNeurons.get(n)).mapToLong(i -> b + (long) layout.blocks * i).toArray();
    }
    return new CurrentDrive(GridLayout.pad(size), currents, currentNeurons.toArray(int[][]::new), noises,
        noiseNeurons.toArray(int[][]::new), ids, numbers.stream().mapToInt(Integer::intValue).toArray(),
        options.dtMs(), options.seed());
  }

  /** Indices, within a block, of the selected neurons that it owns. */
  private int[] local(Neurons neurons, int p, int b) {
    int size = network.populations().get(p).size();
    return IntStream.range(0, neurons.count(size)).map(neurons::get).filter(i -> i % layout.blocks == b)
        .map(i -> i / layout.blocks).toArray();
  }

  private ProbeBlock probe(Probe probe, ProbeBlock.Samples into, int b) {
    int p = network.populations().indexOf(network.population(probe.population()));
    int size = network.populations().get(p).size();
    List<StateArray> arrays = new ArrayList<>();
    List<Integer> neurons = new ArrayList<>();
    List<Double> shifts = new ArrayList<>();
    List<Integer> columns = new ArrayList<>();
    for (int k = 0; k < probe.neurons().count(size); k++) {
      int neuron = probe.neurons().get(k);
      if (neuron % layout.blocks == b) {
        for (int v = 0; v < probe.variables().size(); v++) {
          String variable = probe.variables().get(v);
          StateArray array = state.find(probe.population(), b, variable);
          if (array == null) {
            throw new SimulationException("probe " + probe.name() + ": population " + probe.population()
                + " does not keep " + variable + " with these parameters; run with separate receptors");
          }
          double[] offset = offsets.get(StateOffsets.key(probe.population(), b, variable));
          arrays.add(array);
          neurons.add(neuron / layout.blocks);
          shifts.add(offset == null ? 0.0 : offset[neuron / layout.blocks]);
          columns.add(k * probe.variables().size() + v);
        }
      }
    }
    return new ProbeBlock(Math.max(1, Steps.nearest(probe.intervalMs(), options.dtMs())),
        arrays.toArray(StateArray[]::new), neurons.stream().mapToInt(Integer::intValue).toArray(),
        shifts.stream().mapToDouble(Double::doubleValue).toArray(),
        columns.stream().mapToInt(Integer::intValue).toArray(), into);
  }

  /** When vector code takes over. */
  VectorGate vectorGate() {
    return gate;
  }

  /** Whether a model runs in a vector form once its code has been compiled. */
  boolean hasVectorForms() {
    return hasVectorForms;
  }

  /** Says where the state of a block is not finite; null if it is. Allocates nothing then. */
  String notFinite(int b, double timeMs) {
    for (StateArray array : arrays[b]) {
      int local = array.firstNotFinite();
      if (local >= 0) {
        return "population " + array.population() + ", neuron " + (b + layout.blocks * local) + ": "
            + array.variable() + " is " + array.raw(local) + " at " + timeMs + " ms; the run blew up";
      }
    }
    return null;
  }

  /** The same for the weights of plastic synapses, of which there may be very many. */
  String weightNotFinite(int b, double timeMs) {
    return blocks[b].plastic() == null ? null : blocks[b].plastic().notFinite(timeMs);
  }
}
