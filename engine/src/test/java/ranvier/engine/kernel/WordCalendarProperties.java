package ranvier.engine.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class WordCalendarProperties {
  /** Lists of several chunks, which go around the ring and are used again. */
  @Property(tries = 20)
  void givesBackWhatWasAddedStepByStep(@ForAll long seed, @ForAll @IntRange(min = 1, max = 9) int horizon,
      @ForAll @IntRange(min = 0, max = 3 * WordCalendar.CHUNK) int perStep) {
    Random random = new Random(seed);
    WordCalendar calendar = new WordCalendar(horizon);
    List<List<Integer>> expected = new ArrayList<>();
    for (int step = 0; step < 40 + horizon + 1; step++) {
      expected.add(new ArrayList<>());
    }
    for (int step = 0; step < 40; step++) {
      int events = perStep == 0 ? 0 : random.nextInt(perStep);
      for (int k = 0; k < events; k++) {
        int due = step + 1 + random.nextInt(horizon);
        int word = random.nextInt();
        calendar.add(due, word);
        expected.get(due).add(word);
      }
      assertEquals(expected.get(step + 1), due(calendar, step + 1));
      calendar.clear(step + 1);
      assertEquals(0, calendar.count(step + 1));
    }
  }

  private static List<Integer> due(WordCalendar calendar, int step) {
    List<Integer> words = new ArrayList<>();
    for (int k = 0; k < calendar.count(step); k++) {
      words.add(calendar.chunk(step, k / WordCalendar.CHUNK)[k % WordCalendar.CHUNK]);
    }
    return words;
  }
}
