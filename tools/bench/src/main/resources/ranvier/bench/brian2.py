"""One run of a benchmark model in Brian2, C++ standalone: brian2.py MODEL MILLISECONDS FOLDER.

The models are those of `ranvier bench`: same sizes, parameters, delays and step. Prints the seconds of the simulation
loop, without compilation and without the drawing of synapses, and the mean rate.
"""
import json
import sys

sys.path.pop(0)  # this file is called brian2.py, too
import numpy as np
from brian2 import (Hz, Network, NeuronGroup, PoissonGroup, PoissonInput, SpikeMonitor, Synapses, defaultclock, device,
                    ms, mV, nS, pA, pF, prefs, second, set_device)

MODEL, MILLISECONDS, FOLDER = sys.argv[1], float(sys.argv[2]), sys.argv[3]
set_device("cpp_standalone", build_on_run=False, directory=FOLDER + "/code")
prefs.devices.cpp_standalone.openmp_threads = 0
prefs.codegen.cpp.extra_compile_args_gcc = ["-O3", "-march=native", "-ffast-math", "-w"]
defaultclock.dt = 0.1 * ms
network = Network()


def fixed_in_degree(source, target, in_degree, seed, **synapse):
    """Each target gets exactly in_degree inputs; drawn here, since Brian2 has no such rule."""
    random = np.random.default_rng(seed)
    s = Synapses(source, target, **synapse)
    n = len(target)
    s.connect(i=random.integers(0, len(source), in_degree * n), j=np.repeat(np.arange(n), in_degree))
    network.add(s)
    return s


def brunel():
    """Brunel (2000), AI: g 5, eta 2; the external rate is that of 1,000 inputs."""
    neurons = NeuronGroup(12500, "dv/dt = -v / (20*ms) : volt (unless refractory)", threshold="v >= 20*mV",
                          reset="v = 10*mV", refractory=2 * ms, method="exact")
    neurons.v = "10*mV*rand()"
    e, i = neurons[:10000], neurons[10000:]
    fixed_in_degree(e, neurons, 1000, 1, on_pre="v_post += 0.1*mV", delay=1.5 * ms)
    fixed_in_degree(i, neurons, 250, 2, on_pre="v_post -= 0.5*mV", delay=1.5 * ms)
    # Threshold over (jump * inputs * tau) times eta.
    rate = 2.0 * 20.0 / (0.1 * 1000 * 20e-3)
    network.add(PoissonInput(neurons, "v", 1000, rate * Hz, weight=0.1 * mV))
    return neurons


def kick(target, name, weight):
    """300 Hz onto 50 excitatory neurons from 1 to 51 ms."""
    source = PoissonGroup(50, rates="300*Hz*int(t >= 1*ms)*int(t < 51*ms)")
    s = Synapses(source, target, on_pre=f"{name} += {weight}")
    s.connect(j="i")
    network.add(source, s)


def cuba():
    """Vogels and Abbott (2005) with exponential currents, resting potential 1 mV above threshold."""
    neurons = NeuronGroup(4000, """dv/dt = (ge + gi - (v + 49*mV)) / (20*ms) : volt (unless refractory)
                                   dge/dt = -ge / (5*ms) : volt
                                   dgi/dt = -gi / (10*ms) : volt""",
                          threshold="v >= -50*mV", reset="v = -60*mV", refractory=5 * ms, method="exact")
    neurons.v = "-60*mV + 10*mV*rand()"
    e, i = neurons[:3200], neurons[3200:]
    # 16.2 and -139.5 pA through tau_m / C_m = 0.1 GOhm.
    fixed_in_degree(e, neurons, 64, 1, on_pre="ge += 1.62*mV", delay=0.1 * ms)
    fixed_in_degree(i, neurons, 16, 2, on_pre="gi -= 13.95*mV", delay=0.1 * ms)
    kick(neurons, "ge", "1.62*mV")
    return neurons


def coba():
    """The same with exponential conductances."""
    neurons = NeuronGroup(4000, """dv/dt = (-(v + 60*mV) - ge*v - gi*(v + 80*mV)) / (20*ms) : volt (unless refractory)
                                   dge/dt = -ge / (5*ms) : 1
                                   dgi/dt = -gi / (10*ms) : 1""",
                          threshold="v >= -50*mV", reset="v = -60*mV", refractory=5 * ms, method="exponential_euler")
    neurons.v = "-70*mV + 20*mV*rand()"
    e, i = neurons[:3200], neurons[3200:]
    # 6 and 67 nS over a leak of 10 nS.
    fixed_in_degree(e, neurons, 64, 1, on_pre="ge += 0.6", delay=0.1 * ms)
    fixed_in_degree(i, neurons, 16, 2, on_pre="gi += 6.7", delay=0.1 * ms)
    kick(neurons, "ge", "0.6")
    return neurons


group = {"brunel": brunel, "vogels-abbott-cuba": cuba, "vogels-abbott-coba": coba}[MODEL]()
monitor = SpikeMonitor(group)
network.add(group, monitor)
network.run(MILLISECONDS * ms)
device.build(directory=FOLDER + "/code", compile=True, run=True, debug=False)
seconds = device._last_run_time
print("ranvier-bench-result " + json.dumps({"numbers": {
    "wallSeconds": seconds, "realTimeFactor": seconds / (MILLISECONDS * 1e-3),
    "rateHz": monitor.num_spikes / len(group) / (MILLISECONDS * 1e-3)}, "spikeHash": ""}))
