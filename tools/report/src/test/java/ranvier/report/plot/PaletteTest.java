package ranvier.report.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;

class PaletteTest {
  private final Palette palette = new Palette(List.of("E", "I"));

  @Test
  void aPopulationKeepsItsColourUnderEveryCondition() {
    List<String> colours = palette.forFigure(List.of("E, grid", "I, grid", "E, exact", "I, exact"));
    assertEquals(palette.population("E"), colours.get(0));
    assertEquals(colours.get(0), colours.get(2));
    assertEquals(colours.get(1), colours.get(3));
    assertNotEquals(colours.get(0), colours.get(1));
  }

  @Test
  void otherNamesAreNoPopulations() {
    assertNull(palette.population("mean, exact"));
    assertNotEquals(palette.population("E"), palette.forFigure(List.of("E", "mean, exact")).get(1));
  }
}
