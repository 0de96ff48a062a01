"""One run of a benchmark model in NEURON: neuron.py MODEL MILLISECONDS FOLDER, the .mod files in that folder.

The models are those of `ranvier bench`: same sizes, parameters, delays and step. Prints the seconds of the simulation
loop, without compilation and without the making of connections, and the mean rate.
"""
import json
import os
import subprocess
import sys
import time

sys.path.pop(0)  # this file is called neuron.py, too
os.environ["NEURON_MODULE_OPTIONS"] = "-nogui"
import numpy as np

MODEL, MILLISECONDS, FOLDER = sys.argv[1], float(sys.argv[2]), sys.argv[3]
os.chdir(FOLDER)
command = ["nrnivmodl", "-incflags", "-O3 -march=native"]
DEBIAN = "/usr/lib/nrn"
if os.path.exists(DEBIAN + "/nrnmech_makefile"):
    # Debian's nrnivmodl does not find the makefile and the library that come with it.
    os.makedirs("home/bin")
    os.symlink(DEBIAN + "/nrnmech_makefile", "home/bin/nrnmech_makefile")
    os.environ["NRNHOME_EXEC"] = FOLDER + "/home"
    command += ["-loadflags", "-L" + DEBIAN]
# What counts is the library: Debian's lacks a header for the program that nrnivmodl links last.
subprocess.run([*command, "."], check=False)
from neuron import h  # with the library that is in this folder now

if not hasattr(h, "LifCurrents"):
    sys.exit("nrnivmodl made no library of our neurons; see above")
cluster = h.ParallelContext()
random = np.random.default_rng()
soma = h.Section(name="soma")  # its voltage means nothing; point processes must be somewhere
cells, kept, events = [], [], []


def population(size, make, source):
    """Cells with the identifiers that connections and the record of spikes use."""
    for gid in range(size):
        cell = make()
        cluster.set_gid2node(gid, 0)
        cluster.cell(gid, source(cell))
        cells.append(cell)


def fixed_in_degree(first, last, in_degree, weight, delay):
    """Each cell gets exactly in_degree inputs from the cells first <= i < last."""
    for cell in cells:
        for gid in random.integers(first, last, in_degree).tolist():
            connection = cluster.gid_connect(gid, cell)
            connection.delay = delay
            connection.weight[0] = weight
            kept.append(connection)


def vogels_abbott(mechanism, lowest, highest, excitatory, inhibitory):
    """Vogels and Abbott (2005): 4,000 cells, and 300 Hz onto 50 excitatory ones from 1 to 51 ms."""
    h.dt = 0.1
    population(4000, lambda: mechanism(soma(0.5)), lambda cell: h.NetCon(cell._ref_fired, None, 0.5, 0, 0, sec=soma))
    fixed_in_degree(0, 3200, 64, excitatory, 0.1)
    fixed_in_degree(3200, 4000, 16, inhibitory, 0.1)
    for cell in cells[:50]:
        kick = h.NetCon(None, cell)
        kick.weight[0] = excitatory
        kept.append(kick)
        events.extend((kick, t) for t in random.uniform(1, 51, random.poisson(15)).tolist())

    def start():
        for cell in cells:
            cell.v_m = random.uniform(lowest, highest)
    return start


def cuba():
    """With exponential currents: 16.2 and -139.5 pA through tau_m / C_m = 0.1 GOhm."""
    return vogels_abbott(h.LifCurrents, -60, -50, 1.62, -13.95)


def coba():
    """With exponential conductances: 6 and 67 nS over a leak of 10 nS."""
    return vogels_abbott(h.LifConductances, -70, -50, 0.6, -6.7)


def artificial_cells():
    """IntFire1, event by event in continuous time: threshold 1, a Poisson train each, 80 + 20 inputs."""
    h.CVode().active(True)

    def make():
        cell = h.IntFire1()
        cell.tau = 20
        cell.refrac = 2
        return cell
    population(10000, make, lambda cell: h.NetCon(cell, None))
    fixed_in_degree(0, 8000, 80, 0.02, 1.5)
    fixed_in_degree(8000, 10000, 20, -0.1, 1.5)
    for k, cell in enumerate(cells):
        train = h.NetStim()
        train.start, train.interval, train.number, train.noise = 0, 2, 1e12, 1
        train.noiseFromRandom123(k, 1, int(random.integers(1 << 30)))
        background = h.NetCon(train, cell)
        background.delay, background.weight[0] = 0.1, 0.1
        kept.extend((train, background))

    def start():
        for cell in cells:
            cell.m = random.uniform(0, 1)
    return start


start = {"vogels-abbott-cuba": cuba, "vogels-abbott-coba": coba, "artificial-cells": artificial_cells}[MODEL]()
times, ids = h.Vector(), h.Vector()
cluster.spike_record(-1, times, ids)
cluster.set_maxstep(10)
h.CVode().cache_efficient(True)
h.finitialize()
start()
for connection, at in events:
    connection.event(at)
begin = time.perf_counter()
cluster.psolve(MILLISECONDS)
seconds = time.perf_counter() - begin
print("ranvier-bench-result " + json.dumps({"numbers": {
    "wallSeconds": seconds, "realTimeFactor": seconds / (MILLISECONDS * 1e-3),
    "rateHz": len(times) / len(cells) / (MILLISECONDS * 1e-3)}, "spikeHash": ""}))
