/**
 * Arithmetic that is the same on every machine and in every form: what decides whether vector code runs, and
 * elementary functions that do not depend on platform intrinsics.
 */
package ranvier.engine.math;
