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
    if (count > 0) {
      input.addShifted(calendar.list(step), 0, count, input.offset(step));
      synapticEvents += count;
      calendar.clear(step);
    }
  }

  @Override
  public long synapticEvents() {
    return synapticEvents;
  }
}
