package ranvier.bench;

import java.util.stream.Stream;

/** A process that runs one model once and says what it took: {@code OneRun MODEL MS single|double THREADS SEED}. */
final class OneRun {
  /** Before the measurement on standard output. */
  static final String RESULT = "ranvier-bench-result ";

  private OneRun() {}

  /** The model's name, in the list or among the scaling models. */
  static Model model(String name) {
    Model listed = Model.all().get(name);
    return listed != null ? listed
        : Stream.concat(Model.scaling("grid", Integer.MAX_VALUE / 64).stream(),
            Model.scaling("exact", Integer.MAX_VALUE / 64).stream())
            .filter(m -> m.name().equals(name)).findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no model " + name));
  }

  @SuppressWarnings("SystemOut") // what it is for
  public static void main(String[] args) throws InterruptedException {
    Measurement measured = Measurement.of(model(args[0]).run(Double.parseDouble(args[1]), args[2].equals("single"),
        Integer.parseInt(args[3]), Long.parseLong(args[4])));
    System.out.println(RESULT + measured.toJson());
  }
}
