package ranvier.neurons;

import ranvier.engine.math.Vectors;
import ranvier.engine.model.Models;
import ranvier.engine.model.NeuronModel;

/** Runs every model, asked to use vector code, in a JVM that does not have the vector module. */
final class WithoutVectors {
  private WithoutVectors() {}

  public static void main(String[] arguments) {
    int models = 0;
    for (NeuronModel model : Models.installed().neurons().values()) {
      for (boolean single : new boolean[] {false, true}) {
        new GridRun(new TestPopulation(model, 5),
            TestBlock.Form.plain(0.1).withVectors(true).withSingle(single)).to(10);
      }
      models++;
    }
    System.out.println((Vectors.present() ? "present" : "absent") + ", " + models + " models ran");
  }
}
