/** Neuromorphic hardware as a target for networks. */
module ranvier.hardware {
}
