package ranvier.scenarios.ttfs;

/**
 * One sample that a network is asked about. The array is taken over and not changed.
 *
 * @param name where it is from: what was typed, or file and line or image number
 * @param times of the inputs, in tau_s; infinite: no spike
 * @param label the right class; -1 if it is not known
 */
public record Question(String name, float[] times, int label) {}
