package ranvier.scenarios;

/** Durations and step that a scenario uses when the user gives none, in ms. */
public record RunDefaults(double durationMs, double transientMs, double dtMs) {}
