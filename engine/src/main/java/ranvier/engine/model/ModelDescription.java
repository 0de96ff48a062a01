package ranvier.engine.model;

import java.util.List;

/**
 * What a person and the checker need to know about a model.
 *
 * @param name as written in descriptions
 * @param summary one sentence
 * @param equations the equations as implemented, plain text
 * @param parameters all parameters
 * @param variables all state variables
 * @param sources where the model is from: author, year, DOI
 * @param limits limit cases and what happens there
 */
public record ModelDescription(String name, String summary, String equations, List<ParameterSpec> parameters,
    List<VariableSpec> variables, List<String> sources, String limits) {
  /** Copies the lists. */
  public ModelDescription {
    parameters = List.copyOf(parameters);
    variables = List.copyOf(variables);
    sources = List.copyOf(sources);
  }

  /** The parameter of that name; null if there is none. */
  public ParameterSpec parameter(String wanted) {
    return parameters.stream().filter(p -> p.name().equals(wanted)).findFirst().orElse(null);
  }

  /** The state variable of that name; null if there is none. */
  public VariableSpec variable(String wanted) {
    return variables.stream().filter(v -> v.name().equals(wanted)).findFirst().orElse(null);
  }
}
