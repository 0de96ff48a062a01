package ranvier.engine.kernel;

/** Events of rows that are drawn at every spike: {@link DrawnRows} fills the calendar. */
final class DrawnEvents implements Delivery {
  private final WordCalendar calendar;
  private final InputSlots input;
  private long synapticEvents;

  DrawnEvents(WordCalendar calendar, InputSlots input) {
    this.calendar = calendar;
    this.input = input;
  }

  @Override
  public void schedule(SliceSpikes merged, int stepInSlice, int step) {
    // Drawn once for all blocks of a worker.
  }

  @Override
  public void deliver(int step) {
    int count = calendar.count(step);
    for (int from = 0; from < count; from += WordCalendar.CHUNK) {
      int length = Math.min(WordCalendar.CHUNK, count - from);
      input.addShifted(calendar.chunk(step, from / WordCalendar.CHUNK), 0, length, input.offset(step));
    }
    synapticEvents += count;
    calendar.clear(step);
  }

  @Override
  public long synapticEvents() {
    return synapticEvents;
  }
}
