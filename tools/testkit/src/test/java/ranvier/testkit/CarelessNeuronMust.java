package ranvier.testkit;

/** Run by {@link WrongModelTest}, which expects it to fail. */
class CarelessNeuronMust implements ExactNeuronMust {
  @Override
  public String model() {
    return "careless";
  }

  @Override
  public double unitWeight() {
    return 0.3;
  }
}
