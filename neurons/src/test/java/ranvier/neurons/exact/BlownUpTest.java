package ranvier.neurons.exact;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ranvier.engine.exact.ExactOptions;
import ranvier.engine.exact.ExactOptions.Kernel;
import ranvier.engine.kernel.RunControl;
import ranvier.engine.kernel.Simulation;
import ranvier.engine.kernel.SimulationException;
import ranvier.engine.model.Models;
import ranvier.engine.network.Distribution;
import ranvier.engine.network.Network;
import ranvier.engine.network.Rule;

/** A state that is no finite number stops the run, and the message says whose it is and when. */
class BlownUpTest {
  /** Two arrivals of the largest number that there is: their sum is infinite. Neuron 2 of B gets them after 5 ms. */
  private static Network network(String model, String weight) {
    double huge = Double.parseDouble(weight);
    return Network.named("huge").population("A", 3, model).population("B", 4, model)
        .spikeTrains("in", new double[] {5.0}, new double[] {5.0})
        .project("in", "B", new Rule.Explicit(new int[] {0, 1}, new int[] {2, 2}),
            s -> s.weight(Distribution.listed(huge, huge)).delayMs(1.0)).build();
  }

  @ParameterizedTest
  @CsvSource({"BINS,iaf_psc_exp,-1.7e308", "BINS,iaf_psc_delta,-1.7e308", "STRICT,iaf_psc_exp,-1.7e308",
      "STRICT,iaf_psc_delta,-1.7e308", "BINS,iaf_psc_alpha,-1.7e308", "STRICT,iaf_psc_alpha,-1.7e308",
      "STRICT,iaf_cond_exp,-1.7e308", "STRICT,aeif_cond_exp,-1.7e308", "STRICT,izhikevich,-1.7e308"})
  void theMessageNamesPopulationNeuronVariableAndTime(Kernel kernel, String model, String weight) {
    Simulation simulation = Simulation.exact(network(model, weight), Models.installed(),
        ExactOptions.of(1, 1).with(kernel), f -> { });
    String message = assertThrows(SimulationException.class, () -> simulation.run(30.0, RunControl.NONE)).getMessage();
    assertTrue(message.startsWith("population B, neuron 2: "), message);
    assertTrue(message.matches(".* is (NaN|-?Infinity) at [0-9.]+ ms.*"), message);
  }
}
