package dev.rollcall;

/** Hands over to the command line. */
public final class Main {
  private Main() {}

  /**
   * @param args the sub-command and its options
   */
  public static void main(String[] args) {
    System.out.println("rollcall");
  }
}
