package ranvier.neurons.exact;

import ranvier.testkit.ExactNeuronMust;

class AlphaNeuronsProperties implements ExactNeuronMust {
  @Override
  public String model() {
    return "iaf_psc_alpha";
  }

  @Override
  public double unitWeight() {
    return 20;
  }
}
