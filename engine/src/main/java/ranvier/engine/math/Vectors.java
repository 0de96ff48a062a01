package ranvier.engine.math;

/** Whether explicit vector code can run. Scalar twins give the same bits where it cannot. */
public final class Vectors {
  private static final boolean PRESENT = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();

  private Vectors() {}

  /** Whether the module jdk.incubator.vector was added to this JVM. */
  public static boolean present() {
    return PRESENT;
  }
}
