/** The command line. */
package ranvier.cli;
