/** Figures as data, without any drawing: a report turns them into pictures. Immutable. */
package ranvier.scenarios.figure;
