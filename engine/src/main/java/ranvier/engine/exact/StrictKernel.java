package ranvier.engine.exact;

import java.util.Arrays;
import java.util.List;
import ranvier.engine.model.EventNeurons;

/**
 * Exact time, event by event, in the total order (time, kind, target, source, sequence). A spike is one pending event
 * per set of rows: it moves along the row, which is sorted by delay. The predicted next spike of each neuron is kept
 * apart, where it can be moved and cancelled. All arrivals at one neuron at one time are added before it is asked
 * whether it spikes. One thread.
 */
public final class StrictKernel {
  private static final String POTENTIAL = "V_m";
  private static final int TRAIN = 0;
  private static final int END_OF_REFRACTORINESS = 1;
  private static final int CURRENT = 2;
  private static final int POISSON = 3;
  private static final int ARRIVAL = 4;
  private static final int SAMPLE = 6;
  private static final int MOST_AT_ONE_TIME = 1_000_000;

  private final ExactNetwork network;
  private final double sliceMs;
  private final EventNeurons[] models;
  private final Rows[][] rows;
  private final List<UnitInputs> inputs;
  private final int[] unitOf;
  private final int[] localOf;
  private final PendingEvents events;
  private final EventQueue queue;
  private final Predictions predictions;
  private final long[] lastSlice;
  private final double[] lastOffset;
  private final long[] refractorySlice;
  private final double[] refractoryOffset;
  private final boolean[] isRefractory;
  /** Whether what is predicted is not a spike, but the time up to which none was found. */
  private final boolean[] isLook;
  private final SpikeList spikes = new SpikeList();
  /** Null if no synapse learns. */
  private final PlasticArrivals plastic;

  private final ArrivalCursors cursors = new ArrivalCursors();

  private long slice;
  private long nowSlice;
  private double nowOffset;
  private int atOneTime;
  private long arrivals;
  private int nextTrain;

  StrictKernel(ExactNetwork network, List<? extends EventNeurons> models, Rows[][] rows, List<UnitInputs> inputs,
      boolean calendar, PlasticArrivals plastic) {
    this.plastic = plastic;
    this.network = network;
    this.rows = rows;
    this.inputs = inputs;
    this.models = models.toArray(EventNeurons[]::new);
    sliceMs = network.binMs();
    unitOf = network.layout().unitOf;
    localOf = network.layout().localOf;
    events = new PendingEvents(sliceMs);
    queue = calendar ? new CalendarEventQueue(events) : new HeapEventQueue(events);
    int n = unitOf.length;
    predictions = new Predictions(n);
    lastSlice = new long[n];
    lastOffset = new double[n];
    refractorySlice = new long[n];
    refractoryOffset = new double[n];
    isRefractory = new boolean[n];
    isLook = new boolean[n];
    slice = network.firstSlice();
    nowSlice = slice;
    Arrays.fill(lastSlice, slice);
    for (int g = 0; g < n; g++) {
      predict(g);
    }
    scheduleTrain();
    for (int u = 0; u < inputs.size(); u++) {
      UnitInputs input = inputs.get(u);
      for (int s = 0; s < input.poisson().size(); s++) {
        PoissonArrivals p = input.poisson().get(s);
        for (int k = 0; k < p.neurons.length; k++) {
          schedule(p, k, network.layout().members[u][p.neurons[k]], s);
        }
      }
      schedule(network.firstSlice(), input.currents().nextMs(), CURRENT, u, 0, 0);
      for (int k = 0; k < input.probed().size(); k++) {
        ProbedNeuron p = input.probed().get(k);
        p.open(network.startMs(), sliceMs);
        scheduleSample(p, u, k);
      }
    }
  }

  /** The next slice. */
  public long slice() {
    return slice;
  }

  /** Spikes that have arrived so far. */
  public long arrivals() {
    return arrivals;
  }

  /** Events that are pending now. */
  public int pending() {
    return queue.size() + predictions.size();
  }

  /** Processes all events of the next slice and gives its spikes, in canonical order. */
  public SpikeList advance() {
    spikes.clear();
    if (plastic != null) {
      plastic.maintain(slice * sliceMs);
    }
    while (true) {
      int event = queue.first();
      int neuron = predictions.first();
      boolean isEvent = event >= 0 && (neuron < 0 || eventFirst(event, neuron));
      if (isEvent ? !within(events.slice(event), events.offsetMs(event), events.kind(event))
          : neuron < 0 || predictions.slice(neuron) > slice) {
        break;
      }
      moveTo(isEvent ? events.slice(event) : predictions.slice(neuron),
          isEvent ? events.offsetMs(event) : predictions.offsetMs(neuron));
      if (isEvent) {
        process(queue.removeFirst());
      } else {
        fire(neuron);
      }
    }
    slice++;
    spikes.sort();
    return spikes;
  }

  private boolean within(long eventSlice, double offset, int kind) {
    return eventSlice <= slice && (eventSlice < slice || offset < sliceMs || kind == SAMPLE);
  }

  private void moveTo(long toSlice, double toOffset) {
    atOneTime = toSlice == nowSlice && toOffset == nowOffset ? atOneTime + 1 : 0;
    nowSlice = toSlice;
    nowOffset = toOffset;
    if (atOneTime > MOST_AT_ONE_TIME) {
      throw new IllegalStateException("events without end at " + (nowSlice * sliceMs + nowOffset)
          + " ms: a loop of zero delays and no refractory period");
    }
  }

  /** Whether an event comes before a prediction; of simultaneous ones all but samples do. */
  private boolean eventFirst(int event, int neuron) {
    if (events.slice(event) != predictions.slice(neuron)) {
      return events.slice(event) < predictions.slice(neuron);
    }
    return events.offsetMs(event) != predictions.offsetMs(neuron)
        ? events.offsetMs(event) < predictions.offsetMs(neuron) : events.kind(event) != SAMPLE;
  }

  private void process(int event) {
    switch (events.kind(event)) {
      case TRAIN -> {
        emit(events.source(event), nowSlice, nowOffset);
        events.release(event);
        scheduleTrain();
      }
      case CURRENT -> changeCurrents(event);
      case SAMPLE -> sample(event);
      default -> {
        int neuron = events.target(event);
        bring(neuron);
        receive(event, neuron);
        // Everything that reaches the neuron at this time is added before it is asked whether it spikes.
        for (int next = queue.first(); next >= 0 && isSame(next, neuron); next = queue.first()) {
          receive(queue.removeFirst(), neuron);
        }
        predict(neuron);
      }
    }
  }

  private boolean isSame(int event, int neuron) {
    int kind = events.kind(event);
    return events.target(event) == neuron && events.slice(event) == nowSlice && events.offsetMs(event) == nowOffset
        && (kind == END_OF_REFRACTORINESS || kind == POISSON || kind == ARRIVAL);
  }

  private void receive(int event, int neuron) {
    EventNeurons model = models[unitOf[neuron]];
    int local = localOf[neuron];
    switch (events.kind(event)) {
      case END_OF_REFRACTORINESS -> {
        isRefractory[neuron] = false;
        model.endRefractoriness(local);
        events.release(event);
      }
      case POISSON -> {
        PoissonArrivals p = inputs.get(unitOf[neuron]).poisson().get(events.source(event));
        int k = (int) events.sequence(event);
        model.receive(local, p.channel, p.weight, refractoryMs(neuron));
        p.step(k);
        int number = events.source(event);
        events.release(event);
        schedule(p, k, neuron, number);
      }
      default -> {
        if (cursors.isPlastic(event)) {
          receivePlastic(event, neuron);
          return;
        }
        arrivals++;
        Rows r = rows[cursors.unit(event)][cursors.set(event)];
        int synapse = cursors.position(event);
        model.receive(local, cursors.set(event) >> 1, r.weight(synapse), refractoryMs(neuron));
        if (synapse + 1 < r.start[events.source(event) + 1]) {
          cursors.step(event);
          file(event, events.source(event));
        } else {
          events.release(event);
        }
      }
    }
  }

  private void receivePlastic(int event, int neuron) {
    int table = cursors.table(event);
    int piece = cursors.piece(event);
    int position = cursors.position(event);
    if (position == 0) {
      plastic.arrive(event, table, piece, cursors.spikeSlice(event) * sliceMs + cursors.spikeOffset(event));
    }
    arrivals++;
    if (plastic.transmits(table)) {
      models[unitOf[neuron]].receive(localOf[neuron], plastic.channel(table, piece), plastic.amount(event, position),
          refractoryMs(neuron));
    }
    if (position + 1 < plastic.length(table, piece)) {
      cursors.step(event);
      int next = plastic.target(event, table, position + 1);
      events.set(event, nowSlice, nowOffset, ARRIVAL, next, events.source(event), events.sequence(event));
      queue.add(event);
    } else {
      events.release(event);
    }
  }

  private double refractoryMs(int neuron) {
    return isRefractory[neuron]
        ? (refractorySlice[neuron] - nowSlice) * sliceMs + (refractoryOffset[neuron] - nowOffset) : 0.0;
  }

  /** Advances a neuron to the present time. */
  private void bring(int neuron) {
    double passed = (nowSlice - lastSlice[neuron]) * sliceMs + (nowOffset - lastOffset[neuron]);
    if (passed > 0) {
      models[unitOf[neuron]].advance(localOf[neuron], passed, isRefractory[neuron]);
    }
    lastSlice[neuron] = nowSlice;
    lastOffset[neuron] = nowOffset;
  }

  private void predict(int neuron) {
    double potential = models[unitOf[neuron]].value(localOf[neuron], POTENTIAL);
    if (!(Math.abs(potential) <= Double.MAX_VALUE)) {
      throw network.notFinite(neuron, POTENTIAL, potential, nowSlice * sliceMs + nowOffset);
    }
    double wait = isRefractory[neuron] ? Double.POSITIVE_INFINITY
        : models[unitOf[neuron]].nextSpike(localOf[neuron], Double.POSITIVE_INFINITY);
    isLook[neuron] = wait == Double.POSITIVE_INFINITY && !isRefractory[neuron];
    wait = isLook[neuron] ? models[unitOf[neuron]].lookAheadMs() : wait;
    if (wait < Double.POSITIVE_INFINITY) {
      double time = nowOffset + wait;
      long slices = (long) (time / sliceMs);
      predictions.set(neuron, nowSlice + slices, time - slices * sliceMs);
    } else {
      predictions.cancel(neuron);
    }
  }

  private void fire(int neuron) {
    bring(neuron);
    if (isLook[neuron]) {
      predict(neuron);
      return;
    }
    double refractory = models[unitOf[neuron]].spike(localOf[neuron]);
    if (refractory > 0) {
      double end = nowOffset + refractory;
      long slices = (long) (end / sliceMs);
      refractorySlice[neuron] = nowSlice + slices;
      refractoryOffset[neuron] = end - slices * sliceMs;
      isRefractory[neuron] = true;
      schedule(refractorySlice[neuron], refractoryOffset[neuron], END_OF_REFRACTORINESS, neuron, 0, 0);
    }
    predict(neuron);
    emit(neuron, nowSlice, nowOffset);
  }

  private void emit(int source, long atSlice, double atOffset) {
    spikes.add(atOffset, source);
    if (plastic != null) {
      emitPlastic(source, atSlice, atOffset);
    }
    for (int u = 0; u < rows.length; u++) {
      for (int s = 0; s < rows[u].length; s++) {
        Rows r = rows[u][s];
        if (r != null && r.start[source] < r.start[source + 1]) {
          int event = events.create(0, 0.0, ARRIVAL, 0, source, 0);
          cursors.start(event, u, s, r.start[source], atSlice, atOffset);
          file(event, source);
        }
      }
    }
  }

  private void emitPlastic(int source, long atSlice, double atOffset) {
    plastic.spiked(source, atSlice * sliceMs + atOffset);
    for (int table = 0; table < plastic.count(); table++) {
      for (int piece = plastic.first(table, source); piece < plastic.end(table, source); piece++) {
        double time = atOffset + plastic.delayMs(table, piece);
        long slices = (long) (time / sliceMs);
        int event = events.create(atSlice + slices, time - slices * sliceMs, ARRIVAL,
            plastic.firstTarget(table, piece), source, (1L << 40) + ((long) table << 32) + piece);
        cursors.startInPiece(event, table, piece, atSlice, atOffset);
        queue.add(event);
      }
    }
  }

  /** Queues an arrival at the synapse that its cursor points to. */
  private void file(int event, int source) {
    int unit = cursors.unit(event);
    Rows r = rows[unit][cursors.set(event)];
    int synapse = cursors.position(event);
    double time = cursors.spikeOffset(event) + r.delayMs(synapse);
    long slices = (long) (time / sliceMs);
    events.set(event, cursors.spikeSlice(event) + slices, time - slices * sliceMs, ARRIVAL,
        network.layout().members[unit][r.target(synapse)], source, synapse);
    queue.add(event);
  }

  private void schedule(long fromSlice, double offset, int kind, int target, int source, long sequence) {
    if (offset < Double.POSITIVE_INFINITY) {
      long slices = (long) (offset / sliceMs);
      queue.add(events.create(fromSlice + slices, offset - slices * sliceMs, kind, target, source, sequence));
    }
  }

  /** Schedules the next arrival of the k-th train of a stimulus. */
  private void schedule(PoissonArrivals p, int k, int neuron, int number) {
    long slices = (long) (p.cellStartMs(k) / sliceMs);
    schedule(network.firstSlice() + slices, p.cellStartMs(k) - slices * sliceMs + p.offsetMs(k), POISSON, neuron,
        number, k);
  }

  private void scheduleTrain() {
    TrainSpikes trains = network.trains();
    if (nextTrain < trains.timesMs.length) {
      schedule(network.firstSlice(), trains.timesMs[nextTrain], TRAIN, 0, trains.sources[nextTrain], nextTrain);
      nextTrain++;
    }
  }

  private void changeCurrents(int event) {
    int u = events.target(event);
    CurrentChanges currents = inputs.get(u).currents();
    currents.collectNext();
    for (int k = 0; k < currents.count(); k++) {
      int neuron = network.layout().members[u][currents.neuron(k)];
      bring(neuron);
      models[u].current(currents.neuron(k), currents.total(k));
      predict(neuron);
    }
    events.release(event);
    schedule(network.firstSlice(), currents.nextMs(), CURRENT, u, 0, 0);
  }

  private void scheduleSample(ProbedNeuron p, int unit, int k) {
    double time = p.timeMs();
    long slices = (long) (time / sliceMs);
    double offset = time - slices * sliceMs;
    slices += network.firstSlice();
    // A sample at the end of a slice belongs to it, so that it is taken before the run may end there.
    boolean atEnd = offset == 0.0;
    queue.add(events.create(atEnd ? slices - 1 : slices, atEnd ? sliceMs : offset, SAMPLE,
        network.layout().members[unit][p.neuron], unit, k));
  }

  private void sample(int event) {
    int unit = events.source(event);
    int k = (int) events.sequence(event);
    ProbedNeuron p = inputs.get(unit).probed().get(k);
    bring(events.target(event));
    p.take(models[unit]);
    events.release(event);
    scheduleSample(p, unit, k);
  }
}
