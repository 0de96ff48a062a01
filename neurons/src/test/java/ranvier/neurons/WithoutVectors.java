package ranvier.neurons;

import ranvier.engine.exact.ExactOptions;
import ranvier.engine.kernel.RunControl;
import ranvier.engine.kernel.Simulation;
import ranvier.engine.math.Vectors;
import ranvier.engine.model.Models;
import ranvier.engine.model.NeuronModel;
import ranvier.engine.network.Network;
import ranvier.engine.network.Rule;

/** Runs every model, and exact time, asked to use vector code, in a JVM that does not have the vector module. */
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
    Network network = Network.named("exact").population("n", 50, "iaf_psc_exp", p -> p.set("I_e", 400.0))
        .project("n", "n", new Rule.FixedInDegree(10, true, true), p -> p.weight(-5.0).delayMs(1.0)).build();
    for (ExactOptions.Kernel kernel : ExactOptions.Kernel.values()) {
      Simulation exact = Simulation.exact(network, Models.installed(), ExactOptions.of(1, 1).with(kernel), done -> { });
      exact.run(100.0, RunControl.NONE);
      if (exact.spikes() == 0) {
        throw new IllegalStateException("no spikes by " + kernel);
      }
    }
    System.out.println((Vectors.present() ? "present" : "absent") + ", " + models + " models ran");
  }
}
