package dev.rollcall.definition;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {
  @ParameterizedTest
  @CsvSource({"inACall,InACall", "InACall,InACall", "offWork,OffWork"})
  void firstLetterMakesTheSpelling(String value, String pascal) {
    assertEquals(pascal, Spelling.PASCAL.of(value));
    assertEquals(Spelling.DOCUMENTED.of(pascal), Spelling.DOCUMENTED.of(value));
  }

  @Test
  void spellingIsReadFromTheFirstLetter() {
    assertEquals(Optional.of(Spelling.PASCAL), Spelling.in("Away"));
    assertEquals(Optional.of(Spelling.DOCUMENTED), Spelling.in("away"));
    assertEquals(Optional.empty(), Spelling.in(""));
    assertEquals(Optional.empty(), Spelling.in("1"));
  }
}
