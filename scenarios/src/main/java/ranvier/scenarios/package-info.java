/**
 * Published systems that run out of the box: {@link ranvier.scenarios.Scenario} is the central type, found by name
 * through {@link java.util.ServiceLoader}; one sub-package per system. Each says through checks how it compares with
 * its paper.
 */
package ranvier.scenarios;
