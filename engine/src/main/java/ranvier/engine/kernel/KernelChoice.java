package ranvier.engine.kernel;

/**
 * The kernel of a simulation.
 *
 * @param name {@code grid}, {@code bins} or {@code strict}
 * @param reason why this one, as a phrase for the user
 */
public record KernelChoice(String name, String reason) {}
