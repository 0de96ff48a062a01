/**
 * What a run leaves on disk. {@link ranvier.cli.output.OutputFolder} is taken before a run, so that a folder that
 * cannot be written is found out first; {@link ranvier.cli.output.ResultFiles} fills it afterwards, each file as a
 * whole or not at all.
 */
package ranvier.cli.output;
