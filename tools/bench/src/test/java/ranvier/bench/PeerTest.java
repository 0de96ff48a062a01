package ranvier.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The model files of peers give the rates of ours; skipped where the peer is not installed. */
class PeerTest {
  private static final double MILLISECONDS = 300;
  /** An event takes NEURON a microsecond. */
  private static final double OF_ARTIFICIAL_CELLS = 60;

  /** The network with conductances swings too much for the rate of so short a time. */
  @Test
  void neuronFiresAsOursDoes() throws InterruptedException {
    compare(Peer.NEURON, "vogels-abbott-cuba", MILLISECONDS);
  }

  @Test
  void brian2FiresAsOursDoes() throws InterruptedException {
    compare(Peer.BRIAN2, "vogels-abbott-cuba", MILLISECONDS);
  }

  @Test
  void artificialCellsFireAsOursDo() throws InterruptedException {
    compare(Peer.NEURON, "artificial-cells", OF_ARTIFICIAL_CELLS);
  }

  private static void compare(Peer peer, String name, double milliseconds) throws InterruptedException {
    assumeTrue(peer.missing() == null, peer.missing());
    Model model = Model.all().get(name);
    Series ours = series(name, milliseconds, Measurement.of(model.run(milliseconds, false, 1, 1)));
    Series theirs = series(name, milliseconds, peer.run(name, milliseconds));
    assertEquals(Optional.empty(), RateCheck.difference(ours, theirs));
    assertTrue(theirs.median("wallSeconds") > 0);
  }

  private static Series series(String model, double milliseconds, Measurement run) {
    return new Series(model, "", "double", 1, milliseconds, List.of(run));
  }
}
