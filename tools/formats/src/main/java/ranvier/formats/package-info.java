/**
 * Files in the formats of the field, read and written: spikes as SONATA HDF5 ({@link ranvier.formats.SonataSpikes}) and
 * as text, traces, the summary of a run. Whatever is written appears complete or not at all, see {@link
 * ranvier.formats.AtomicFile}. Nothing here is for the hot path; each object belongs to one thread.
 */
package ranvier.formats;
