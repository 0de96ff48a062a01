package ranvier.neurons.exact;

import ranvier.testkit.ExactNeuronMust;

class DeltaNeuronsProperties implements ExactNeuronMust {
  @Override
  public String model() {
    return "iaf_psc_delta";
  }

  @Override
  public double unitWeight() {
    return 0.3;
  }
}
