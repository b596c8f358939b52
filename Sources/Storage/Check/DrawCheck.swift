import Ground
package import Inspections
package import Ledger

/// What follows from a commitment and what was shown: the same for the act that draws, for the check, and for strangers.
package struct DrawLot: Sendable {
  package let seed: String
  package let choices: [DrawRevelation.Choice]

  package init(_ commitment: DrawCommitment, nonce: Digest32, root: TreeHash, number: String) {
    let seed = DrawStream.seed(nonce: nonce, root: root, number: number)
    var stream = DrawStream(seed: seed)
    self.seed = seed.hex
    // First all subjects, then for one after the other the officers.
    let subjects = stream.choose(commitment.count, of: commitment.population.map(\.subject))
    var choices: [DrawRevelation.Choice] = []
    for subject in subjects {
      let inspectors = stream.choose(commitment.inspectors.each, of: commitment.inspectors.candidates)
      choices.append(DrawRevelation.Choice(subject: subject, inspectors: inspectors))
    }
    self.choices = choices
  }
}

/// Recomputes a draw from its entries: its place in the ledger, the leaves of what was drawn from, the secret against its
/// digest, the root against the checkpoint of that size, and what was chosen.
struct DrawCheck {
  private let session: any SQLSession
  private let district: DistrictID
  private(set) var findings = Findings()

  init(_ session: any SQLSession, _ district: DistrictID) { (self.session, self.district) = (session, district) }

  /// - Parameter position: of the commitment's entry.
  mutating func check(_ draw: Draw, committedAt position: Int64) throws(StorageError) {
    let (id, commitment) = (draw.id.text, draw.commitment)
    if commitment.after != position {
      findings.add("draws", id, "names another place in the ledger than its entry has")
    }
    let leaves = try DrawablesStore(session, district).leaves(at: commitment.population.map(\.position))
    for one in commitment.population {
      let known = leaves[one.position]
      if known?.leaf != one.leaf || known?.subject != "subject:\(one.subject)" || one.position >= position {
        findings.add("draws", id, "draws from \(one.subject) by a leaf that the ledger does not have there")
      }
    }
    if Set(commitment.population.map(\.subject)).count != commitment.population.count {
      findings.add("draws", id, "holds a subject twice")
    }
    if case .spotCheck(let plan) = commitment.purpose, let span = plan.entries { try check(span, of: draw) }
    if let shown = draw.revelation { try check(shown, of: draw) }
  }

  /// Every inspection lies in the span, and the span begins where that of the draw before it ended.
  private mutating func check(_ span: EntrySpan, of draw: Draw) throws(StorageError) {
    let (id, commitment) = (draw.id.text, draw.commitment)
    let before = try commitment.duty.flatMap { (duty) throws(StorageError) in
      try DrawStore(session, district).before(
        commitment.serial, of: duty, by: commitment.unit, besides: commitment.slot)
    }
    if span.first != before?.commitment.end ?? 0 || span.end > commitment.after {
      findings.add("draws", id, "does not draw from what was entered since the draw before it")
    }
    let known = try DrawablesStore(session, district).leaves(at: commitment.population.compactMap(\.entered))
    for one in commitment.population {
      guard let entered = one.entered, let first = one.first, span.first <= entered, entered < span.end,
        known[entered]?.subject == "inspection:\(first.inspection)"
      else {
        findings.add("draws", id, "looks again at an inspection of \(one.subject) that was not entered in its span")
        continue
      }
    }
  }

  private mutating func check(_ shown: DrawRevelation, of draw: Draw) throws(StorageError) {
    let (id, commitment) = (draw.id.text, draw.commitment)
    guard let nonce = Digest32(hex: shown.nonce), DrawStream.commitment(to: nonce).hex == commitment.nonceDigest else {
      return findings.add("draws", id, "shows another secret than it committed itself to")
    }
    guard let root = TreeHash(hex: shown.root), try root == rule(after: commitment.after, size: shown.size) else {
      return findings.add("draws", id, "names a root that is not that of the first checkpoint after its commitment")
    }
    let lot = DrawLot(commitment, nonce: nonce, root: root, number: shown.number)
    if lot.seed != shown.seed || lot.choices != shown.choices {
      findings.add("draws", id, "names another choice than its seed gives")
    }
  }

  /// The root of the checkpoint that the rule names; nil where that has another size.
  private func rule(after: Int64, size: Int64) throws(StorageError) -> TreeHash? {
    guard let (found, root) = try TreeStore(session, district).seal(after: after), found == size else { return nil }
    return root
  }
}

extension TreeStore {
  /// Size and root of the first checkpoint over more than `size` entries; nil while there is none.
  package func seal(after size: Int64) throws(StorageError) -> (size: Int64, root: TreeHash)? {
    guard let published = try checkpoint(over: size + 1) else { return nil }
    // Whether it is signed and names the right tree is what the check of the tree says.
    guard let note = try? SignedNote(published.note), let checkpoint = try? Checkpoint(body: note.text) else {
      return nil
    }
    return (checkpoint.size, checkpoint.root)
  }
}
