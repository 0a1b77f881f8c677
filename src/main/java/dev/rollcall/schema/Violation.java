package dev.rollcall.schema;

/**
 * What a document has that its schema refuses.
 *
 * @param pointer JSON pointer into the document, array indices read as {@code *}
 * @param schema file name of the schema
 * @param keyword the schema keyword that refused
 * @param value the refused value as JSON, cut to 200 characters
 */
public record Violation(Kind kind, String pointer, String schema, String keyword, String value) {

  /** What sort of difference it is. All but {@link #SCHEMA} are drift. */
  public enum Kind {
    /** Type, null, missing member or format: a broken promise. */
    SCHEMA("schema"),
    /** A value that is neither documented nor in the ledger. */
    UNKNOWN_VALUE("unknown-value"),
    /** A member that no page names. */
    UNKNOWN_MEMBER("unknown-member"),
    /** Presence values in both spellings, or in another one than asked for. */
    MIXED_DIALECT("mixed-dialect");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    /** The name in reports. */
    public String label() {
      return label;
    }
  }
}
