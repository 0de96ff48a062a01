: Leaky integrate-and-fire with two exponential conductances (over the leak), exponential Euler.
: Positive weights excite, negative ones inhibit. `fired` is 1 in the step of a spike.
NEURON {
  POINT_PROCESS LifConductances
  RANGE v_m, ge, gi, left, fired
  GLOBAL tau_m, tau_e, tau_i, e_l, e_ex, e_in, v_th, v_reset, t_ref
}
PARAMETER {
  tau_m = 20
  tau_e = 5
  tau_i = 10
  e_l = -60
  e_ex = 0
  e_in = -80
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
  keep_e
  keep_i
}
INITIAL {
  ge = 0
  gi = 0
  left = 0
  fired = 0
  keep_e = exp(-dt / tau_e)
  keep_i = exp(-dt / tau_i)
}
BREAKPOINT {
  SOLVE one_step METHOD after_cvode
}
PROCEDURE one_step() { LOCAL all, goal
  fired = 0
  if (left > 0) {
    left = left - 1
  } else {
    all = 1 + ge + gi
    goal = (e_l + ge * e_ex + gi * e_in) / all
    v_m = goal + (v_m - goal) * exp(-dt * all / tau_m)
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
    gi = gi - w
  }
}
