package dev.rollcall.definition;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class PhraseTest {
  private record Case(String cell, List<String> values) {}

  private static final List<Case> CASES =
      List.of(
          new Case("The kind. Possible values are `a`, `b`.", List.of("a", "b")),
          new Case("The kind. Possible values are: `a` and `b`. Not `null`.", List.of("a", "b")),
          new Case("The possible values are `a`. Nullable.", List.of("a")),
          new Case("Only `text` is supported.", List.of()),
          new Case("Such as `UTC`. Possible values are many.", List.of()));

  @ParameterizedTest
  @FieldSource("CASES")
  void listedValuesAreThoseOfTheirSentence(Case each) {
    Page page = Page.parse("page.md", "# Page\n\n| A |\n| - |\n| " + each.cell() + " |\n");
    Phrase cell = page.sections().get(0).tables().get(0).rows().get(0).cell("A");

    assertEquals(each.values(), cell.listedValues());
  }
}
