package ranvier.neurons.ttfs.learning;

/** Chooses between the two twins of the inner loops. */
final class Kernels {
  private Kernels() {}

  /** The vector kernel where the running JVM has the module, otherwise the scalar one; the results are the same. */
  static Kernel best() {
    return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent() ? vector() : new ScalarKernel();
  }

  private static Kernel vector() {
    return new VectorKernel();
  }
}
