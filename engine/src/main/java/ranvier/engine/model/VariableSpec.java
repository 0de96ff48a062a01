package ranvier.engine.model;

/**
 * One state variable of a model: it can be probed, and given an initial value where {@code initial} says so.
 *
 * @param name the field's name, as in NEST/PyNN: {@code V_m}
 * @param unit as in {@link ParameterSpec}
 * @param initialParameter the parameter whose value is the default initial value, such as {@code E_L}; null: 0
 * @param settable whether a description may give an initial value
 * @param meaning one phrase
 */
public record VariableSpec(String name, String unit, String initialParameter, boolean settable, String meaning) {}
