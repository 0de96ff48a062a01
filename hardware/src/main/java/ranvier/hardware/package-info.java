/** Neuromorphic hardware as a target for networks: the BrainScaleS-2 chip will live here. */
package ranvier.hardware;
