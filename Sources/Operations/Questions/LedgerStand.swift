package import Ground

/// How long is the ledger, what does its signed checkpoint say, and how can others verify it?
package struct LedgerStand: Sendable {
  package let size: Int
  /// The signed note's text.
  package let checkpoint: String
  /// The verifier key in C2SP form, `name+hash+key`.
  package let verifierKey: String
  /// When the last entry that the checkpoint covers was made; nil while there is no checkpoint.
  package let coversUntil: Instant?

  package init(size: Int, checkpoint: String, verifierKey: String, coversUntil: Instant?) {
    (self.size, self.checkpoint, self.verifierKey, self.coversUntil) = (size, checkpoint, verifierKey, coversUntil)
  }
}
