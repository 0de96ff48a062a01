package ranvier.engine.exact;

import java.util.List;

/** What reaches the neurons of one unit from outside, and who watches them. */
record UnitInputs(List<PoissonArrivals> poisson, CurrentChanges currents, List<ProbedNeuron> probed) {}
