package ranvier.scenarios;

/** The version of Ranvier that runs. */
public final class Version {
  /** As in the jar's manifest; {@code development} when run from classes. */
  public static final String TEXT = read();

  private Version() {}

  private static String read() {
    String version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }
}
