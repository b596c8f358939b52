import Crypto
import Directory
import Ground
import Inspections
import Ledger
import Operations
import Packs
import Storage

/// Draws by the rules' own account: every one is computed again from the ledger's leaves, as docs/DRAWS.md tells strangers to.
struct DrawAccount {
  fileprivate(set) var draws: [Counted] = []
  /// SHA-256(0x00 ‖ SHA-256(nonce ‖ entry)) of every entry.
  private var leaves: [[UInt8]] = []
  /// Of each subject's last entry.
  fileprivate var positions: [SubjectID: Int64] = [:]

  struct Counted {
    let id: DrawID
    let commitment: DrawCommitment
    let committedOn: CivilDate
    fileprivate(set) var revelation: DrawRevelation?
    fileprivate(set) var isReplaced = false

    /// What was drawn, as long as no other draw took its place.
    var chosen: [SubjectID] { isReplaced ? [] : revelation?.choices.map(\.subject) ?? [] }

    func first(of subject: SubjectID) -> DrawCommitment.First? {
      commitment.population.first { $0.subject == subject }?.first
    }
  }

  mutating func add(_ stored: StoredEntry) {
    leaves.append(Self.hash([0] + Self.hash(stored.nonce + Array(stored.canonical.utf8))))
  }

  mutating func touch(_ subject: SubjectID, at position: Int64) { positions[subject] = position }

  private static func hash(_ bytes: [UInt8]) -> [UInt8] { Array(SHA256.hash(data: bytes)) }

  /// RFC 9162 §2.1.1, by its own recursion.
  private func root(_ leaves: ArraySlice<[UInt8]>) -> [UInt8] {
    guard leaves.count > 1 else { return leaves.first ?? Self.hash([]) }
    var half = 1
    while half * 2 < leaves.count { half *= 2 }
    let middle = leaves.startIndex + half
    return Self.hash([1] + root(leaves[..<middle]) + root(leaves[middle...]))
  }

  // MARK: Entries

  fileprivate mutating func commit(
    _ id: DrawID, _ new: DrawCommitment, on day: CivilDate, at position: Int64
  ) throws(Breach) {
    if new.after != position { throw Breach("draw \(id) names place \(new.after) and stands at \(position)") }
    if new.serial != draws.count + 1 { throw Breach("draw \(id) has the number \(new.serial)") }
    let subjects = new.population.map(\.subject)
    if subjects.isEmpty || Set(subjects).count != subjects.count || !(1...subjects.count).contains(new.count) {
      throw Breach("draw \(id) draws \(new.count) of \(subjects.count)")
    }
    for one in new.population where positions[one.subject] != one.position {
      throw Breach("draw \(id) draws from \(one.subject) as it no longer is")
    }
    for one in new.population where Int(one.position) < leaves.count {
      if leaves[Int(one.position)].hexText != one.leaf { throw Breach("draw \(id) names another leaf than the ledger") }
    }
    if let before = draws.first(where: { $0.commitment.slot == new.slot && !$0.isReplaced }),
      new.replaces != before.id || new.reason == nil
    {
      throw Breach("draw \(id) draws what \(before.id) drew, and does not take its place")
    }
    draws.append(Counted(id: id, commitment: new, committedOn: day))
  }

  fileprivate mutating func reveal(_ place: Int, _ shown: DrawRevelation) throws(Breach) {
    let (id, commitment) = (draws[place].id, draws[place].commitment)
    guard draws[place].revelation == nil, !draws[place].isReplaced else { throw Breach("draw \(id) is shown twice") }
    guard let nonce = bytes(shown.nonce), Self.hash(nonce).hexText == commitment.nonceDigest else {
      throw Breach("draw \(id) shows another secret than it committed itself to")
    }
    let size = Int(shown.size)
    guard shown.size > commitment.after, size <= leaves.count, root(leaves[..<size]).hexText == shown.root,
      let root = bytes(shown.root)
    else { throw Breach("draw \(id) names a root that the ledger did not have after it") }
    let seed = Self.hash(nonce + root + Array(shown.number.utf8))
    if seed.hexText != shown.seed { throw Breach("draw \(id) names another seed") }
    var numbers = Numbers(seed: seed)
    let subjects = numbers.choose(commitment.count, of: commitment.population.map(\.subject))
    let choices = subjects.map { subject in
      DrawRevelation.Choice(
        subject: subject,
        inspectors: numbers.choose(commitment.inspectors.each, of: commitment.inspectors.candidates))
    }
    if choices != shown.choices { throw Breach("draw \(id) chose otherwise than its seed") }
    draws[place].revelation = shown
  }

  fileprivate mutating func replace(_ place: Int) { draws[place].isReplaced = true }

  private func bytes(_ hex: String) -> [UInt8]? {
    let digits = hex.compactMap(\.hexDigitValue)
    guard digits.count == hex.utf8.count, digits.count == 64 else { return nil }
    return stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] * 16 + digits[$0 + 1]) }
  }

  /// The numbers that follow from a seed.
  private struct Numbers {
    let seed: [UInt8]
    private var counter: UInt64 = 0

    init(seed: [UInt8]) { self.seed = seed }

    mutating func choose<Item>(_ count: Int, of items: [Item]) -> [Item] {
      var (rest, chosen): ([Item], [Item]) = (items, [])
      while chosen.count < count, !rest.isEmpty {
        let place = number(below: UInt64(rest.count))
        chosen.append(rest[place])
        // The first takes the place that is free, as it does where two change places.
        rest[place] = rest[0]
        rest.removeFirst()
      }
      return chosen
    }

    private mutating func number(below limit: UInt64) -> Int {
      let whole = UInt64.max - (UInt64.max % limit + 1) % limit
      while true {
        let place = (0..<8).reversed().map { UInt8(truncatingIfNeeded: counter >> (8 * UInt64($0))) }
        counter += 1
        let value = DrawAccount.hash(seed + place).prefix(8).reduce(UInt64(0)) { $0 << 8 + UInt64($1) }
        if value <= whole { return Int(value % limit) }
      }
    }
  }
}

extension [UInt8] {
  fileprivate var hexText: String {
    let digits = [Character]("0123456789abcdef")
    return reduce(into: "") { $0 += String([digits[Int($1) / 16], digits[Int($1) % 16]]) }
  }
}

extension GroundAccount {
  /// - Parameter position: of the entry.
  mutating func follow(
    _ id: DrawID, _ change: DrawChange, on day: CivilDate, at position: Int64, _ work: StandingWork
  ) throws(Breach) {
    if case .committed(let new) = change {
      if case .spotCheck(let plan) = new.purpose, let duty = work.duties[plan.duty] {
        let span = EntrySpan(first: start(of: duty, new.unit, besides: new.slot), end: position)
        if plan.entries != span { throw Breach("draw \(id) does not go on where the one before it ended") }
        let known = firsts(for: duty, by: new.unit, in: span, work)
        if Set(known) != Set(new.population.compactMap(\.first?.inspection)) || known.count != new.population.count {
          throw Breach("draw \(id) draws from \(new.population.count) inspections, there were \(known.count)")
        }
        let inspectors = Set(inspections.filter { known.contains($0.id) }.flatMap(\.record.inspectors))
        if new.inspectors.candidates.contains(where: inspectors.contains) {
          throw Breach("draw \(id) may draw an officer to look at their own inspection again")
        }
      }
      return try draws.commit(id, new, on: day, at: position)
    }
    guard let place = draws.draws.firstIndex(where: { $0.id == id }) else { throw Breach("\(id) was never drawn") }
    switch change {
    case .committed: break
    case .revealed(let shown): try draws.reveal(place, shown)
    case .replaced: draws.replace(place)
    }
  }

  /// With which entry a unit's draw for a duty begins: behind its last draw in another slot.
  func start(of duty: DutyRule, _ unit: UnitID, besides slot: String?) -> Int64 {
    draws.draws.last { draw in
      draw.commitment.duty == duty.code && draw.commitment.unit == unit && !draw.isReplaced
        && draw.commitment.slot != slot
    }.map(\.commitment.after) ?? 0
  }

  /// For each subject the latest inspection under a checked duty by those who owe it, the last written down of a day.
  func firsts(for duty: DutyRule, by unit: UnitID, in span: EntrySpan, _ work: StandingWork) -> [InspectionID] {
    guard let checked = duty.checksOn.flatMap({ work.duties[$0] }) else { return [] }
    func fits(_ subject: LookedAfter, _ duty: DutyRule) -> Bool {
      duty.subjects.contains(subject.type)
        && duty.conditions.allSatisfy { subject.choices[$0.attribute].map($0.choices.contains) ?? false }
    }
    return subjects.compactMap { subject in
      guard subject.suspended == nil, fits(subject, duty), fits(subject, checked),
        subject.owners(duty).contains(unit)
      else { return nil }
      let theirs = subject.owners(checked).filter { $0 != unit }
      var last: Seen?
      for seen in inspections
      where seen.isCounted && seen.subject == subject.id && seen.list == checked.checklist && theirs.contains(seen.unit)
        && span.first <= seen.position && seen.position < span.end
      {
        if last.map({ ($0.day, $0.id) < (seen.day, seen.id) }) ?? true { last = seen }
      }
      return last?.id
    }
  }

  /// The draw that an inspection was owed to: of those that wait for it, the first due.
  func draw(for inspection: Inspection) -> DrawAccount.Counted? {
    let list = String(inspection.checklist.prefix { $0 != "@" })
    return draws.draws.filter { draw in
      guard draw.commitment.unit == inspection.unit, draw.commitment.checklist == list,
        draw.chosen.contains(inspection.subject), !isChecked(inspection.subject, draw),
        draw.committedOn <= inspection.day
      else { return false }
      let before = draw.first(of: inspection.subject).flatMap { first in
        inspections.first { $0.id == first.inspection }
      }
      return before.map { seen in
        seen.unit != inspection.unit && Set(seen.record.inspectors).isDisjoint(with: inspection.inspectors)
      } ?? true
    }.min { ($0.commitment.due, $0.id) < ($1.commitment.due, $1.id) }
  }

  func isChecked(_ subject: SubjectID, _ draw: DrawAccount.Counted) -> Bool {
    inspections.contains { $0.isCounted && $0.subject == subject && $0.record.checks?.draw == draw.id }
  }

  /// Spot checks that can be compared with what they check: whether they found what that had passed.
  func compared(in year: Int) -> [(duty: String, unit: UnitID, disagrees: Bool)] {
    inspections.compactMap { check in
      guard check.isCounted, check.day.year == year, let made = check.record.checks, let duty = made.duty,
        let first = inspections.first(where: { $0.id == made.first?.inspection }), first.isCounted,
        first.record.checklist == check.record.checklist, check.day <= made.due
      else { return nil }
      let found = Set(check.record.findings.compactMap(\.item))
      let known = Set(first.record.findings.compactMap(\.item))
      let disagrees = first.record.answers.contains { answer in
        answer.result != .notApplicable && found.contains(answer.item) && !known.contains(answer.item)
      }
      return (duty, first.unit, disagrees)
    }
  }
}

extension DistrictYear {
  /// Each draw's page, each unit's list of what is owed to draws, and the year's disagreements are those of plain looking.
  func compareDraws() async throws {
    guard let directory = try await office.directory(), let tong = directory.officers[OfficerID(trusted: "tong")]
    else { return }
    let ground = rules.ground
    for draw in ground.draws.draws {
      guard let sheet = try await office.drawSheet(draw.id, for: tong) else { throw Breach("\(draw.id) has no page") }
      for line in sheet.lines where !draw.isReplaced {
        if (line.done != nil) != ground.isChecked(line.id, draw) {
          throw Breach("draw \(draw.id) says wrongly whether \(line.id) was looked at")
        }
      }
      count("draw compared")
    }
    for unit in Set(ground.draws.draws.map(\.commitment.unit)).sorted() {
      guard let viewer = directory.officers[OfficerID(trusted: "\(unit.text).ban")] else { continue }
      let checks = try await office.workList(for: viewer).checks
      let listed = Set(checks.flatMap { check in check.rows.map { "\(check.draw) \($0.subject.id)" } })
      let owed = Set(
        ground.draws.draws.filter { $0.commitment.unit == unit }.flatMap { draw in
          draw.chosen.filter { !ground.isChecked($0, draw) }.map { "\(draw.id) \($0)" }
        })
      if listed != owed { throw Breach("\(unit) owes \(owed.count) to draws and is told of \(listed.count)") }
    }
    let year = clock.now.civilDate.year
    let board = try await office.spotChecks(SpotCheckFilter(year: year), for: tong)
    let looked = ground.compared(in: year)
    for (key, pairs) in Dictionary(grouping: looked, by: { "\($0.duty) \($0.unit)" }) {
      let line = board.lines.first { "\($0.duty) \($0.unit.id)" == key }
      if line?.checks != pairs.count || line?.disagreements != pairs.count(where: \.disagrees) {
        throw Breach("spot checks of \(key) are counted wrongly")
      }
      count("spot check compared", pairs.count)
      count("disagreement", pairs.count(where: \.disagrees))
    }
    if board.lines.reduce(0, { $0 + $1.checks }) != looked.count { throw Breach("spot checks are counted twice") }
  }
}
