package ranvier.neurons;

import ranvier.engine.model.GridBlock;

/**
 * Whether explicit vector code can run. The classes that hold it are touched only behind this question, so models load
 * and run where the incubating module is absent.
 */
final class VectorModule {
  private static final boolean PRESENT = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();

  private VectorModule() {}

  /** Whether the block may use vector code and the module for it is there. */
  static boolean usableFor(GridBlock block) {
    return PRESENT && block.vectorised();
  }
}
