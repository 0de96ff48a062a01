/** What a person at a terminal sees: the line of progress, aligned tables, numbers with units, and Ctrl-C. */
package ranvier.cli.terminal;
