/**
 * Files in the formats of the field. {@link ranvier.formats.NetworkFile} is a network description as YAML or JSON, with
 * one schema that is documented in {@code docs/network-file.md}; NEST reference cases are in
 * {@link ranvier.formats.reference}. Whatever a file holds, reading it ends in what it describes or in an
 * {@link ranvier.engine.network.InvalidNetworkException} with everything that is wrong. What is read is immutable and
 * may be shared between threads.
 */
package ranvier.formats;
