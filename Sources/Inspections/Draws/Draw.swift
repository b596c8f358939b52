package import Ground

package enum DrawTag {}
package typealias DrawID = Identifier<DrawTag>

/// A random draw (随机抽取): which subjects are looked at, and by which officers. First everything that it depends on is written
/// down, with the digest of a secret number; then the secret is shown, and the choice follows from it and from a later root of
/// the ledger, so that anybody can compute it again (docs/DRAWS.md).
package struct Draw: Hashable, Codable, Sendable {
  package let id: DrawID
  package let commitment: DrawCommitment
  package let committedOn: CivilDate
  package internal(set) var revelation: DrawRevelation?
  /// The draw that took its place; nothing is owed under this one any more.
  package internal(set) var replacedBy: DrawID?
  /// How many events made it.
  package internal(set) var version: Int

  /// What still has to be looked at under it; empty before it is shown and after another took its place.
  package var owed: [DrawRevelation.Choice] { replacedBy == nil ? revelation?.choices ?? [] : [] }

  package func drawn(_ subject: SubjectID) -> DrawCommitment.Drawable? {
    commitment.population.first { $0.subject == subject }
  }

  package enum Stage: String, CaseIterable, Sendable { case committed, revealed, replaced }

  package var stage: Stage { replacedBy != nil ? .replaced : revelation == nil ? .committed : .revealed }
}

/// What lists say of a draw.
package struct DrawSummary: Hashable, Sendable {
  package let id: DrawID
  package let serial: Int
  package let round: Int
  package let duty: String?
  package let checklist: String
  package let window: DayRange?
  package let unit: UnitID
  package let day: CivilDate
  package let due: CivilDate
  package let population: Int
  package let count: Int
  /// Whether more was entered than it takes from.
  package let isPart: Bool
  package let stage: Draw.Stage

  package init(
    id: DrawID, serial: Int, round: Int, duty: String?, checklist: String, window: DayRange?, unit: UnitID,
    day: CivilDate, due: CivilDate, population: Int, count: Int, isPart: Bool, stage: Draw.Stage
  ) {
    (self.id, self.serial, self.round, self.duty, self.checklist) = (id, serial, round, duty, checklist)
    (self.window, self.unit, self.day, self.due) = (window, unit, day, due)
    (self.population, self.count, self.isPart, self.stage) = (population, count, isPart, stage)
  }

  package init(_ draw: Draw) {
    let new = draw.commitment
    self.init(
      id: draw.id, serial: new.serial, round: new.round, duty: new.duty, checklist: new.checklist, window: new.window,
      unit: new.unit, day: draw.committedOn, due: new.due, population: new.population.count, count: new.count,
      isPart: new.isPart, stage: draw.stage)
  }
}

/// Everything that a draw depends on, before anybody can know what comes of it.
package struct DrawCommitment: Hashable, Codable, Sendable {
  /// The draw's number in the district, counted up from 1.
  package let serial: Int
  /// How many entries the ledger held before this one; a root that covers more of them makes the seed.
  package let after: Int64
  /// What may be drawn but once: the duty, unit and window, or the filter, unit and month.
  package let slot: String
  /// 1 for the first draw of its slot, counted up by each that took another's place.
  package let round: Int
  /// The one before it, and why it is drawn again; nil in the first round.
  package let replaces: DrawID?
  package let reason: Words?
  package let purpose: Purpose
  /// Whose officers inspect.
  package let unit: UnitID
  /// The code of the checklist.
  package let checklist: String
  /// Until when what is drawn is to be looked at.
  package let due: CivilDate
  /// In the order of the register.
  package let population: [Drawable]
  /// How many of them are drawn.
  package let count: Int
  package let inspectors: Inspectors
  /// SHA-256 of the secret number, lower-case hexadecimal.
  package let nonceDigest: String

  package enum Purpose: Hashable, Codable, Sendable {
    case spotCheck(SpotCheckPlan)
    case free(DrawFilter)
  }

  /// A subject as it stood: its id, and the hash of the ledger's leaf that last changed it. Neither holds a word of it.
  package struct Drawable: Hashable, Codable, Sendable {
    package let subject: SubjectID
    /// Of the subject's last entry.
    package let position: Int64
    package let leaf: String
    /// The inspection that a spot check looks at again.
    package let first: First?
    /// The position of that inspection's entry; nil where populations went by days.
    package let entered: Int64?

    package init(subject: SubjectID, position: Int64, leaf: String, first: First?, entered: Int64? = nil) {
      (self.subject, self.position, self.leaf, self.first, self.entered) = (subject, position, leaf, first, entered)
    }
  }

  package struct First: Hashable, Codable, Sendable {
    package let inspection: InspectionID
    package let unit: UnitID

    package init(inspection: InspectionID, unit: UnitID) { (self.inspection, self.unit) = (inspection, unit) }
  }

  /// From which officers of the unit those of each subject are drawn. They are named as posts of this draw alone; nothing is
  /// counted, listed or found by them (DESIGN §7).
  package struct Inspectors: Hashable, Codable, Sendable {
    /// How many for each subject; 0 leaves it to the unit.
    package let each: Int
    package let candidates: [OfficerID]
    package let excluded: [Exclusion]

    package init(each: Int, candidates: [OfficerID], excluded: [Exclusion]) {
      (self.each, self.candidates, self.excluded) = (each, candidates, excluded)
    }
  }

  package struct Exclusion: Hashable, Codable, Sendable {
    package let officer: OfficerID
    package let reason: Reason

    package init(officer: OfficerID, reason: Reason) { (self.officer, self.reason) = (officer, reason) }

    package enum Reason: String, CaseIterable, Codable, Sendable {
      /// An interest of one's own (回避).
      case conflict
      /// Away, or on other duty.
      case away
      /// Without the certificate that the inspection needs.
      case unqualified
      /// Was there at one of the inspections that are looked at again; the program finds these by itself.
      case inspectedFirst = "inspected_first"
    }
  }

  package init(
    serial: Int, after: Int64, slot: String, round: Int, replaces: DrawID?, reason: Words?, purpose: Purpose,
    unit: UnitID, checklist: String, due: CivilDate, population: [Drawable], count: Int, inspectors: Inspectors,
    nonceDigest: String
  ) {
    (self.serial, self.after, self.slot, self.round) = (serial, after, slot, round)
    (self.replaces, self.reason, self.purpose, self.unit) = (replaces, reason, purpose, unit)
    (self.checklist, self.due, self.population, self.count) = (checklist, due, population, count)
    (self.inspectors, self.nonceDigest) = (inspectors, nonceDigest)
  }

  /// Where the next draw of the duty by the unit goes on: nothing that was entered falls between two draws, or into both.
  package var end: Int64 { if case .spotCheck(let plan) = purpose { plan.entries?.end ?? after } else { after } }

  /// Whether more was entered than one draw takes from, so that the same window is drawn once more.
  package var isPart: Bool { end < after }

  /// The second-line duty's window; nil for a draw of its own.
  package var window: DayRange? { if case .spotCheck(let plan) = purpose { plan.window } else { nil } }

  /// The second-line duty that is drawn for; nil for a draw of its own.
  package var duty: String? { if case .spotCheck(let plan) = purpose { plan.duty } else { nil } }
}

/// Which inspections of others are looked at again (抽查).
package struct SpotCheckPlan: Hashable, Codable, Sendable {
  /// The second-line duty, and the duty that it checks.
  package let duty: String
  package let checked: String
  /// The second-line duty's window.
  package let window: DayRange
  /// The days of the inspections that are checked; where `entries` is nil, all inspections of these days were there to be.
  package let days: DayRange
  /// In a hundred.
  package let share: Int
  /// The entries whose inspections were there to be checked; nil in draws made while populations went by days (decision 0041).
  package let entries: EntrySpan?

  package init(
    duty: String, checked: String, window: DayRange, days: DayRange, share: Int, entries: EntrySpan? = nil
  ) {
    (self.duty, self.checked, self.window, self.days, self.share) = (duty, checked, window, days, share)
    self.entries = entries
  }

  /// So many of a hundred, rounded up, and one at least where there is any.
  package func count(of population: Int) -> Int { max(min(population, 1), (population * share + 99) / 100) }
}

/// Some entries of the ledger that follow each other: from the first on, before the end.
package struct EntrySpan: Hashable, Codable, Sendable {
  package let first: Int64
  package let end: Int64

  package init(first: Int64, end: Int64) { (self.first, self.end) = (first, end) }
}

/// Which part of the register a draw of its own takes from. What is empty does not narrow it.
package struct DrawFilter: Hashable, Codable, Sendable {
  package let types: [String]
  package let areas: [UnitID]
  package let risks: [String]
  /// An attribute and one of its choices each; of one attribute any, of several all.
  package let conditions: [Condition]

  package struct Condition: Hashable, Codable, Sendable {
    package let attribute: String
    package let choice: String

    package init(attribute: String, choice: String) { (self.attribute, self.choice) = (attribute, choice) }
  }

  package init(types: [String], areas: [UnitID], risks: [String], conditions: [Condition]) {
    (self.types, self.areas, self.risks, self.conditions) = (types, areas, risks, conditions)
  }
}

/// What the draw came to: the secret, the root, and what follows from them.
package struct DrawRevelation: Hashable, Codable, Sendable {
  /// 32 bytes, lower-case hexadecimal.
  package let nonce: String
  /// Of the first checkpoint over more entries than there were before the commitment.
  package let size: Int64
  package let root: String
  /// Digits that somebody else gave, such as a lottery's; empty where nobody did. Public by what they are, so not sealed.
  package let number: String
  /// Who gave them, or where they are published.
  package let witness: Words?
  package let seed: String
  /// In the order in which they were drawn.
  package let choices: [Choice]

  package struct Choice: Hashable, Codable, Sendable {
    package let subject: SubjectID
    package let inspectors: [OfficerID]

    package init(subject: SubjectID, inspectors: [OfficerID]) {
      (self.subject, self.inspectors) = (subject, inspectors)
    }
  }

  package init(
    nonce: String, size: Int64, root: String, number: String, witness: Words?, seed: String, choices: [Choice]
  ) {
    (self.nonce, self.size, self.root, self.number) = (nonce, size, root, number)
    (self.witness, self.seed, self.choices) = (witness, seed, choices)
  }
}

/// What happened to a draw; the entry's kind is `draw.` and the case's name.
package enum DrawChange: Hashable, Codable, Sendable {
  case committed(DrawCommitment)
  case revealed(DrawRevelation)
  /// Another draw took its place; why stands there.
  case replaced(by: DrawID)
}

package struct DrawEvent: Hashable, Sendable {
  package let change: DrawChange
  package let by: String
  package let at: Instant

  package init(_ change: DrawChange, by: String, at: Instant) { (self.change, self.by, self.at) = (change, by, at) }
}

/// What an event makes of a draw. Pure; acts, rebuilding and `check` share it.
package func evolve(_ draw: Draw?, _ id: DrawID, with event: DrawEvent) -> Draw? {
  if case .committed(let commitment) = event.change {
    return Draw(
      id: id, commitment: commitment, committedOn: event.at.civilDate, revelation: nil, replacedBy: nil, version: 1)
  }
  guard var draw else { return nil }
  switch event.change {
  case .committed: break
  case .revealed(let revelation): draw.revelation = revelation
  case .replaced(let other): draw.replacedBy = other
  }
  draw.version += 1
  return draw
}
