package ranvier.bench;

/** A process that runs one model once and says what it took: {@code OneRun MODEL MS single|double THREADS SEED}. */
final class OneRun {
  /** Before the measurement on standard output. */
  static final String RESULT = "ranvier-bench-result ";

  private OneRun() {}

  @SuppressWarnings("SystemOut") // what it is for
  public static void main(String[] args) throws InterruptedException {
    Measurement measured = Measurement.of(Model.named(args[0]).orElseThrow().run(Double.parseDouble(args[1]),
        args[2].equals("single"), Integer.parseInt(args[3]), Long.parseLong(args[4])));
    System.out.println(RESULT + measured.toJson());
  }
}
