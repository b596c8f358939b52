import Directory
import Duties
import Ground
import Inspections
import Matters
import Operations
import Packs
import Subjects

/// Something that is looked after, by the rules' own account: kept from its entries alone and by other code than the office's.
struct LookedAfter {
  let id: SubjectID
  let type: String
  let supervising: UnitID
  let territorial: UnitID
  let responsible: UnitID?
  let choices: [String: String]
  /// Since when it stands still; nil while it runs.
  fileprivate(set) var suspended: CivilDate?
  /// How many inspections were written down before it was stopped last.
  fileprivate var seenBefore = 0
  /// Whether it was looked after at the end of a day, the changes in their order.
  fileprivate var turns: [(day: CivilDate, isOn: Bool)]
  /// The day on which it was registered.
  let firstDay: CivilDate

  /// With the town above the community where it lies.
  var units: [UnitID] {
    [supervising, territorial] + [FictionalDistrict.town(above: territorial), responsible].compactMap { $0 }
  }

  /// Who writes down what concerns it.
  var keeper: String { "\(supervising.text).zhang" }

  func unit(_ role: DutyRule.UnitRole) -> UnitID? {
    switch role {
    case .supervising: supervising
    case .territorial: territorial
    case .responsible: responsible
    }
  }

  /// Whose a duty is: of the place, the unit at its level.
  func owners(_ duty: DutyRule) -> [UnitID] {
    let town = FictionalDistrict.town(above: territorial)
    return duty.units.compactMap { role in
      if role != .territorial { return unit(role) }
      return duty.level == .village ? (town == nil ? nil : territorial) : town ?? territorial
    }
  }

  /// Day by day.
  func daysLookedAfter(in window: DayRange) -> Int {
    (0..<window.count).count { offset in
      let day = window.first.adding(days: offset)
      return turns.last { $0.day <= day }?.isOn ?? false
    }
  }
}

/// What the entries say of subjects and inspections.
struct GroundAccount {
  private(set) var subjects: [LookedAfter] = []
  private(set) var inspections: [Seen] = []
  private(set) var periods = PeriodAccount()
  var campaigns = CampaignAccount()
  /// By duty, the reasons that stand for windows which were missed.
  var reasons: [String: [MissedWindow: WindowReason]] = [:]
  var draws = DrawAccount()

  struct Seen {
    let id: InspectionID
    /// Of the entry that recorded it.
    let position: Int64
    let record: Inspection
    let subject: SubjectID
    let list: String
    let unit: UnitID
    let day: CivilDate
    let isClean: Bool
    let hazards: [MatterID]
    fileprivate(set) var isCounted: Bool
  }

  /// Whether the last visit by a list since the stop, but for those of whoever runs it, left nothing to be put right.
  func hasPassed(_ list: String, _ subject: LookedAfter) -> Bool {
    guard let stopped = subject.suspended else { return false }
    var last: Seen?
    for seen in inspections.dropFirst(subject.seenBefore)
    where seen.isCounted && seen.list == list && seen.subject == subject.id && seen.unit != subject.responsible {
      if seen.day >= max(stopped, last?.day ?? stopped) { last = seen }
    }
    return last?.isClean ?? false
  }

  mutating func follow(_ id: SubjectID, _ change: SubjectChange, on day: CivilDate) throws(Breach) {
    if case .registered(let new) = change {
      if subjects.contains(where: { $0.id == id }) { throw Breach("\(id) was registered twice") }
      if new.serial != subjects.count + 1 { throw Breach("subject \(id) has the number \(new.serial)") }
      subjects.append(LookedAfter(new, on: day))
      return
    }
    guard let place = subjects.firstIndex(where: { $0.id == id }) else { throw Breach("\(id) was never registered") }
    switch change {
    case .suspended:
      subjects[place].suspended = day
      subjects[place].seenBefore = inspections.count
      subjects[place].turns.append((day, false))
    case .resumed:
      guard subjects[place].suspended != nil else { throw Breach("\(id) resumes and never stood still") }
      subjects[place].suspended = nil
      subjects[place].turns.append((day, true))
    case .registered, .amended, .graded, .retired, .givenBack: break
    }
  }

  mutating func follow(_ id: InspectionID, _ change: InspectionChange, at position: Int64) throws(Breach) {
    switch change {
    case .recorded(let inspection):
      for finding in inspection.findings where (finding.fixed == nil) != (finding.matter != nil) {
        throw Breach("\(id) found something that is neither put right nor a matter, or both")
      }
      let owed = draw(for: inspection)
      if inspection.checks?.draw != owed?.id || inspection.checks?.first != owed?.first(of: inspection.subject) {
        throw Breach("\(id) was made for another draw than the one that it was owed to")
      }
      inspections.append(
        Seen(
          id: id, position: position, record: inspection, subject: inspection.subject,
          list: String(inspection.checklist.prefix { $0 != "@" }),
          unit: inspection.unit, day: inspection.day, isClean: inspection.findings.allSatisfy { $0.fixed != nil },
          hazards: inspection.findings.compactMap(\.matter), isCounted: true))
    case .annulled:
      guard let place = inspections.firstIndex(where: { $0.id == id }), inspections[place].isCounted else {
        throw Breach("\(id) is declared void and does not count")
      }
      inspections[place].isCounted = false
    case .served(let service):
      guard inspections.first(where: { $0.id == id })?.isCounted == true, !service.papers.isEmpty else {
        throw Breach("\(id) is void or not there, and a paper of it was served")
      }
    case .serviceScanned, .serviceAnnulled: break
    }
  }

  mutating func follow(_ id: PeriodID, _ change: PeriodChange) { periods.follow(id, change) }

  /// What a unit owes on a day, by looking at every subject, duty and inspection: `duty subject`.
  ///
  /// - Parameter fields: by type of subject.
  func owed(
    by unit: UnitID, on day: CivilDate, _ duties: [DutyRule], fields: [String: Field]
  ) -> Set<String> {
    var owed: Set<String> = []
    var windows: [Frequency: DayRange] = [:]
    for duty in duties {
      let window = windows[duty.pace.every] ?? duty.pace.every.plainWindow(around: day)
      windows[duty.pace.every] = window
      for subject in subjects where duty.subjects.contains(subject.type) && subject.suspended == nil {
        let holders = subject.owners(duty)
        let fits = duty.conditions.allSatisfy { subject.choices[$0.attribute].map($0.choices.contains) ?? false }
        guard holders.contains(unit), fits else { continue }
        let closer = fields[subject.type].flatMap { field in
          periods.window(around: day, of: duty, field, subject.type, in: subject.territorial)
        }
        let around = fields[subject.type].map { field in
          periods.windowsAround(day, of: duty, field, subject.type, in: subject.territorial)
        }
        let asked = [(days: window, times: duty.pace.times)] + (closer.map { [$0] } ?? []) + (around ?? [])
        let isOwed = asked.contains { asked in
          guard duty.isAsked(in: asked.days) else { return false }
          let looked = subject.daysLookedAfter(in: asked.days)
          guard looked >= 7 || looked * 2 >= asked.days.count else { return false }
          let counting = duty.isJoint ? [unit] : holders
          let done = inspections.count {
            $0.isCounted && $0.subject == subject.id && $0.list == duty.checklist && counting.contains($0.unit)
              && asked.days.contains($0.day)
          }
          return done < asked.times
        }
        if isOwed { owed.insert("\(duty.code) \(subject.id)") }
      }
    }
    return owed
  }
}

extension LookedAfter {
  fileprivate init(_ new: NewSubject, on day: CivilDate) {
    (id, type, supervising) = (new.id, new.type, new.details.supervising)
    (territorial, responsible) = (new.details.territorial, new.details.responsible)
    choices = new.details.attributes.compactMapValues { value in
      if case .choice(let code) = value { code } else { nil }
    }
    (suspended, turns, firstDay) = (nil, [(day, true)], day)
  }
}

extension Frequency {
  /// The week, month or other stretch of the calendar that a day lies in, found by walking from day to day.
  func plainWindow(around day: CivilDate) -> DayRange {
    var (first, last) = (day, day)
    while isSame(first.adding(days: -1), as: day) { first = first.adding(days: -1) }
    while isSame(last.adding(days: 1), as: day) { last = last.adding(days: 1) }
    return DayRange(first, last) ?? DayRange(day)
  }

  private func isSame(_ one: CivilDate, as other: CivilDate) -> Bool { mark(one) == mark(other) }

  /// Days of the same stretch have the same mark.
  private func mark(_ day: CivilDate) -> Int {
    let month = day.year * 12 + day.month - 1
    return switch self {
    case .day: day.dayNumber
    // Day 4 was a Monday.
    case .week: (day.dayNumber - 4).quotientDown(7)
    case .tenDays: month * 3 + min((day.day - 1) / 10, 2)
    case .month: month
    case .quarter: month / 3
    case .halfYear: month / 6
    case .year: day.year
    case .twoYears: day.year / 2
    }
  }
}

extension Int {
  fileprivate func quotientDown(_ length: Int) -> Int { (self - (self % length + length) % length) / length }
}

extension Rules {
  /// What an inspection found and did not put right has its matter.
  func compareHazards() throws(Breach) {
    for inspection in ground.inspections {
      for matter in inspection.hazards where standings[matter] == nil {
        throw Breach("\(inspection.id) leads to \(matter), which was never issued")
      }
    }
  }
}

extension DistrictYear {
  /// Every unit's list of work holds what plain counting over the recorded inspections says that it owes, and nothing else.
  func compareWork() async throws {
    try rules.compareHazards()
    guard let directory = try await office.directory() else { return }
    let today = clock.now.civilDate
    let duties = office.shippedPacks.work.dutiesInOrder.filter { duty in
      duty.checksOn == nil && (duty.validFrom.map { $0 <= today } ?? true) && (duty.validTo.map { today <= $0 } ?? true)
    }
    let fields = office.shippedPacks.work.subjectTypes.mapValues(\.field)
    let units = Set(rules.ground.subjects.flatMap(\.units)).sorted { $0.text < $1.text }
    // Every fifth at a time, each in its turn.
    let turn = tally["work list", default: 0]
    for (place, unit) in units.enumerated() where (place + turn) % 5 == 0 {
      guard let viewer = directory.officers[OfficerID(trusted: "\(unit.text).ban")] else { continue }
      let list = try await office.workList(for: viewer, rows: rules.ground.subjects.count + 1)
      let listed = Set(list.groups.flatMap { group in group.rows.map { "\(group.duty.code) \($0.id)" } })
      let owed = rules.ground.owed(by: unit, on: today, duties, fields: fields)
      if list.groups.contains(where: { !$0.causes.isEmpty }) { count("closer work") }
      guard listed == owed else {
        let wrong = listed.symmetricDifference(owed).sorted().prefix(3).joined(separator: ", ")
        throw Breach("on \(today.iso) the work of \(unit.text) is wrong about \(wrong)")
      }
      count("work list")
    }
  }
}
