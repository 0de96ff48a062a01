/** Where the wall time of a run goes: one clock per worker, laps between the parts of its loop. */
package ranvier.engine.measure;
