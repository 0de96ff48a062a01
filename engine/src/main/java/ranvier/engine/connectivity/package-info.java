/**
 * Connection rules made concrete: {@link ranvier.engine.connectivity.ProjectionRows} gives, for any source of a
 * projection, its targets, weights and delays, as a pure function of description and seed. Rules that choose targets
 * row by row are drawn on demand and store nothing; rules that choose sources (fixed in-degree) and explicit lists are
 * sorted by source once. Rows are read through a {@link ranvier.engine.connectivity.RowReader} per thread.
 */
package ranvier.engine.connectivity;
