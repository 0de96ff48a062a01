: Leaky integrate-and-fire with two exponential currents, one exact step per dt. Currents are in mV: through the leak.
: Positive weights excite, negative ones inhibit. `fired` is 1 in the step of a spike.
NEURON {
  POINT_PROCESS LifCurrents
  RANGE v_m, ge, gi, left, fired
  GLOBAL tau_m, tau_e, tau_i, e_l, v_th, v_reset, t_ref
}
PARAMETER {
  tau_m = 20
  tau_e = 5
  tau_i = 10
  e_l = -49
  v_th = -50
  v_reset = -60
  t_ref = 5
}
ASSIGNED {
  dt
  v_m
  ge
  gi
  left
  fired
  keep
  keep_e
  keep_i
  from_e
  from_i
}
INITIAL {
  ge = 0
  gi = 0
  left = 0
  fired = 0
  keep = exp(-dt / tau_m)
  keep_e = exp(-dt / tau_e)
  keep_i = exp(-dt / tau_i)
  from_e = tau_e / (tau_e - tau_m) * (keep_e - keep)
  from_i = tau_i / (tau_i - tau_m) * (keep_i - keep)
}
BREAKPOINT {
  SOLVE one_step METHOD after_cvode
}
PROCEDURE one_step() {
  fired = 0
  if (left > 0) {
    left = left - 1
  } else {
    v_m = e_l + (v_m - e_l) * keep + ge * from_e + gi * from_i
    if (v_m >= v_th) {
      v_m = v_reset
      fired = 1
      left = floor(t_ref / dt + 0.5)
    }
  }
  ge = ge * keep_e
  gi = gi * keep_i
}
NET_RECEIVE(w) {
  if (w > 0) {
    ge = ge + w
  } else {
    gi = gi + w
  }
}
