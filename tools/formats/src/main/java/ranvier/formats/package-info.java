/**
 * Files in the formats of the field, read and written. {@link ranvier.formats.NetworkFile} is a network description as
 * YAML or JSON, with one schema that is documented in {@code docs/network-file.md}; NEST reference cases are in
 * {@link ranvier.formats.reference}; spikes are written as SONATA HDF5 ({@link ranvier.formats.SonataSpikes}) and as
 * text, beside traces and the summary of a run. Whatever a file holds, reading it ends in what it describes or in an
 * exception with everything that is wrong; whatever is written appears complete or not at all, see {@link
 * ranvier.formats.AtomicFile}. Nothing here is for the hot path; what is read is immutable.
 */
package ranvier.formats;
