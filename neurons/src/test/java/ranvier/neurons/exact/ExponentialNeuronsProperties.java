package ranvier.neurons.exact;

import ranvier.testkit.ExactNeuronMust;

class ExponentialNeuronsProperties implements ExactNeuronMust {
  @Override
  public String model() {
    return "iaf_psc_exp_ps";
  }

  @Override
  public double unitWeight() {
    return 40;
  }
}
