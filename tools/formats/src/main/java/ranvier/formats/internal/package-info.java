/**
 * Text files as trees, and typed access to the trees that notes every mistake under the path of its key:
 * {@link ranvier.formats.internal.Document} reads, {@link ranvier.formats.internal.Fields} gives access,
 * {@link ranvier.formats.internal.Findings} collects. Not for use outside this module.
 */
package ranvier.formats.internal;
