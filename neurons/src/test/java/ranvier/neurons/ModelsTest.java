package ranvier.neurons;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import ranvier.engine.model.GridInput;
import ranvier.engine.model.GridNeurons;
import ranvier.engine.model.ModelDescription;
import ranvier.engine.model.Models;
import ranvier.engine.model.NeuronModel;
import ranvier.engine.model.SpikeSink;

/** What holds for every model of this module. */
class ModelsTest {
  private static final Map<String, NeuronModel> MODELS = Models.installed().neurons();

  @Test
  void allModelsAreFoundByName() {
    assertEquals(Set.of("aeif_cond_exp", "aeif_psc_delta_clopath", "iaf_cond_exp", "iaf_psc_alpha",
        "iaf_psc_alpha_ps", "iaf_psc_delta",
        "iaf_psc_exp", "iaf_psc_exp_ps", "iaf_psc_exp_ps_lossless", "izhikevich", "parrot_neuron", "poisson"),
            MODELS.keySet());
  }

  @Test
  void descriptionsAreComplete() {
    for (NeuronModel model : MODELS.values()) {
      ModelDescription d = model.description();
      assertFalse(d.summary().isBlank() || d.equations().isBlank() || d.limits().isBlank(), d.name());
      assertFalse(d.sources().isEmpty(), d.name());
      Set<String> names = new HashSet<>();
      d.parameters().forEach(p -> {
        assertTrue(names.add(p.name()), d.name() + " " + p.name());
        assertTrue(p.range().accepts(p.defaultValue()), d.name() + " " + p.name());
        assertFalse(p.meaning().isBlank());
      });
      d.variables().forEach(v -> {
        assertTrue(names.add(v.name()), d.name() + " " + v.name());
        assertTrue(v.initialParameter() == null || d.parameter(v.initialParameter()) != null, d.name());
      });
      List<String> problems = new ArrayList<>();
      model.check(new TestPopulation(model, 3), problems::add);
      assertEquals(List.of(), problems, d.name());
    }
  }

  @Test
  void everyVariableCanBeProbedWithSeparateReceptors() {
    for (NeuronModel model : MODELS.values()) {
      for (boolean single : new boolean[] {false, model.hasSinglePrecision()}) {
        TestBlock block = new TestBlock(new TestPopulation(model, 3), TestBlock.Form.plain(0.1).withSingle(single));
        assertNotNull(model.onGrid(block));
        model.description().variables().forEach(v -> assertTrue(Double.isFinite(block.value(v.name(), 2)), v.name()));
      }
    }
  }

  @Test
  void defaultsAreThoseOfNest() {
    assertDefaults("iaf_psc_exp",
        "C_m 250 tau_m 10 tau_syn_ex 2 tau_syn_in 2 t_ref 2 E_L -70 V_th -55 V_reset -70 I_e 0");
    assertDefaults("iaf_psc_alpha", "C_m 250 tau_m 10 tau_syn_ex 2 tau_syn_in 2 t_ref 2 E_L -70 V_th -55 V_reset -70 "
        + "V_min -Infinity I_e 0");
    assertDefaults("iaf_psc_delta", "C_m 250 tau_m 10 t_ref 2 E_L -70 V_th -55 V_reset -70 V_min -Infinity I_e 0 "
        + "refractory_input 0");
    assertDefaults("iaf_cond_exp", "C_m 250 g_L 16.6667 E_L -70 E_ex 0 E_in -85 tau_syn_ex 0.2 tau_syn_in 2 t_ref 2 "
        + "V_th -55 V_reset -60 I_e 0");
    assertDefaults("aeif_cond_exp", "C_m 281 g_L 30 E_L -70.6 Delta_T 2 V_th -50.4 V_peak 0 V_reset -60 a 4 b 80.5 "
        + "tau_w 144 t_ref 0 E_ex 0 E_in -85 tau_syn_ex 0.2 tau_syn_in 2 I_e 0 gsl_error_tol 1e-6");
    assertDefaults("izhikevich", "a 0.02 b 0.2 c -65 d 8 V_th 30 V_min -Infinity I_e 0 consistent_integration 1");
  }

  @Test
  void stepsDoNotAllocate() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    for (NeuronModel model : MODELS.values()) {
      TestPopulation population = new TestPopulation(model, 100);
      if (model.description().parameter("I_e") != null) {
        population.set("I_e", 20);
      }
      TestBlock block = new TestBlock(population, TestBlock.Form.plain(0.1));
      GridNeurons neurons = model.onGrid(block);
      GridInput input = new GridInput(block.receptors().size(), 112, false);
      input.setCurrent(new double[112]);
      SpikeSink spikes = new SpikeSink(100);
      for (int step = 1; step <= 500; step++) {
        spikes.clear();
        neurons.advance(0, 112, step, input, spikes);
      }
      long before = threads.getCurrentThreadAllocatedBytes();
      for (int step = 501; step <= 1500; step++) {
        spikes.clear();
        neurons.advance(0, 112, step, input, spikes);
      }
      assertEquals(0.0, (double) (threads.getCurrentThreadAllocatedBytes() - before), 64.0, model.description().name());
    }
  }

  @Test
  void modelsRunWithoutTheVectorModule() throws IOException, InterruptedException {
    String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
        classPath, WithoutVectors.class.getName()).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), output);
    assertEquals("absent, " + MODELS.size() + " models ran", output.strip());
  }

  private static void assertDefaults(String model, String expected) {
    String[] words = expected.split(" ", -1);
    for (int k = 0; k < words.length; k += 2) {
      assertEquals(Double.parseDouble(words[k + 1]), MODELS.get(model).description().parameter(words[k]).defaultValue(),
          0, model + " " + words[k]);
    }
    int own = model.equals("iaf_cond_exp") ? 1 : 0;
    assertEquals(words.length / 2 + own, MODELS.get(model).description().parameters().size(), model);
  }
}
