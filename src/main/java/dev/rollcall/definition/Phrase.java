package dev.rollcall.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/** The inline content of a cell, a heading or a list item, in the order in which it is read. */
record Phrase(List<Piece> pieces, Place place) {
  private static final String LIST_OF_VALUES = "possible values";

  Phrase {
    pieces = List.copyOf(pieces);
  }

  record Piece(Kind kind, String text, String target) {}

  enum Kind {
    TEXT,
    CODE,
    LINK
  }

  static Phrase of(Node block, Place place) {
    List<Piece> pieces = new ArrayList<>();
    block.accept(new Collector(pieces));
    return new Phrase(pieces, place);
  }

  /** The words, code without its marks. */
  String plain() {
    StringBuilder plain = new StringBuilder();
    pieces.forEach(piece -> plain.append(piece.text()));
    return plain.toString().strip();
  }

  /** The words, code between backticks. */
  String marked() {
    StringBuilder marked = new StringBuilder();
    for (Piece piece : pieces) {
      boolean code = piece.kind() == Kind.CODE;
      marked.append(code ? "`" : "").append(piece.text()).append(code ? "`" : "");
    }
    return marked.toString().strip();
  }

  Optional<Piece> link() {
    return pieces.stream().filter(piece -> piece.kind() == Kind.LINK).findFirst();
  }

  /**
   * Whether a whole sentence such as {@code Not nullable.} is among the words, in any letter case.
   */
  boolean says(String sentence) {
    return sentences().stream().anyMatch(sentence::equalsIgnoreCase);
  }

  List<String> sentences() {
    return List.of(plain().split("(?<=\\.)\\s+"));
  }

  /** The code literals of the sentence that begins {@code Possible values}. */
  List<String> listedValues() {
    List<String> values = new ArrayList<>();
    boolean listing = false;
    for (Piece piece : pieces) {
      if (piece.kind() == Kind.TEXT) {
        String words = piece.text().toLowerCase(Locale.ROOT);
        int start = words.lastIndexOf(LIST_OF_VALUES);
        boolean ends = words.substring(Math.max(start, 0)).contains(".");
        listing = (start >= 0 || listing) && !ends;
      } else if (listing && piece.kind() == Kind.CODE) {
        values.add(piece.text());
      }
    }
    return values;
  }

  private static final class Collector extends AbstractVisitor {
    private final List<Piece> pieces;

    Collector(List<Piece> pieces) {
      this.pieces = pieces;
    }

    @Override
    public void visit(Text text) {
      pieces.add(new Piece(Kind.TEXT, text.getLiteral(), ""));
    }

    @Override
    public void visit(Code code) {
      pieces.add(new Piece(Kind.CODE, code.getLiteral(), ""));
    }

    @Override
    public void visit(SoftLineBreak lineBreak) {
      pieces.add(new Piece(Kind.TEXT, " ", ""));
    }

    @Override
    public void visit(HardLineBreak lineBreak) {
      pieces.add(new Piece(Kind.TEXT, " ", ""));
    }

    @Override
    public void visit(Link link) {
      List<Piece> inner = new ArrayList<>();
      Collector collector = new Collector(inner);
      for (Node child = link.getFirstChild(); child != null; child = child.getNext()) {
        child.accept(collector);
      }
      StringBuilder words = new StringBuilder();
      inner.forEach(piece -> words.append(piece.text()));
      pieces.add(new Piece(Kind.LINK, words.toString(), link.getDestination()));
    }
  }
}
