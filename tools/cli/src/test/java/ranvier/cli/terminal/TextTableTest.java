package ranvier.cli.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class TextTableTest {
  @Test
  void alignsWordsLeftAndNumbersRight() {
    StringWriter out = new StringWriter();
    new TextTable("lrl").row("name", "rate", "").row("L23E", "0.9", "yes").row("L5I", "12.34", "")
        .print(new PrintWriter(out), "> ");

    assertEquals("""
        > name   rate
        > L23E    0.9  yes
        > L5I   12.34
        """, out.toString());
  }

  @Test
  void aRowOfTheWrongLengthIsAMistake() {
    TextTable table = new TextTable("ll");
    assertThrows(IllegalArgumentException.class, () -> table.row("one"));
  }
}
