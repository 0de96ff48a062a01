/**
 * What this machine offers to a run. {@link ranvier.cli.doctor.Examination} asks, and returns
 * {@link ranvier.cli.doctor.Finding}s; nothing is changed, nothing is downloaded.
 */
package ranvier.cli.doctor;
