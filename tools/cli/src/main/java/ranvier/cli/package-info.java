/**
 * The command line: a contract that other programs read. One class per command, listed in {@link ranvier.cli.Ranvier};
 * to add a command, write its class and name it there. Data go to standard output, progress and messages to standard
 * error. A command returns an {@link ranvier.cli.ExitCode} or throws; {@link ranvier.cli.Failures} turns what is
 * thrown into one message and a code. Everything here runs on the main thread; only
 * {@link ranvier.cli.terminal.StopRequest} is touched by another, that of the signal.
 */
package ranvier.cli;
