import Directory
import Ground
import Ledger
import Matters
import Operations
import Packs

/// What else happens in a year: leaders take matters, listed supervision is made public and ends, petitions are settled,
/// matters are moved in bulk, the district sets its clocks, and two calendars are published while matters run.
extension DistrictYear {
  func goOnBeside() async throws {
    try await prepareMeeting()
    try await publishCalendars()
    // What comes rarely is taken when it comes.
    let rare = pickBeside { ($0.phase == .closed && $0.life.isListed) || $0.life.notice != nil }
    if let rare, seriesDice.chance(percent: 15) { return try await endPublicly(rare) }
    let grave = pickBeside { matter in
      matter.phase == .underway && !matter.isParent && matter.life.commitments == nil
        && self.office.shippedPacks.procedures[matter.procedure]?.asksCommitments ?? false
    }
    if let grave, seriesDice.chance(percent: 30) { return try await commit(grave) }
    guard seriesDice.chance(percent: 25) else { return }
    let (today, reason) = (clock.now.civilDate, Words(seriesDice.pick(DistrictTexts.reasons) ?? ""))
    switch seriesDice.roll(8) {
    case 0:
      guard let matter = pickBeside(where: { $0.isOpen && $0.life.adoptedBy == nil }) else { return }
      let leader = OfficerID(trusted: "lin")
      try await enter(Adopt(matter: matter.id, seen: matter.version, leader: leader, note: reason), by: "lin")
    case 1:
      guard let matter = pickBeside(where: { $0.publicationOwed != nil }) else { return }
      let place = Words("区政府网站")
      try await enter(RecordPublication(matter: matter.id, seen: matter.version, place: place, day: today), by: "tong")
    case 2:
      let found = pickBeside { matter in
        !matter.isParent && matter.fields.contains(.petitions) && matter.life.settlement == nil
          && matter.phase != .cancelled
      }
      guard let matter = found else { return }
      try await enter(Settle(matter: matter.id, seen: matter.version, note: Words("双方签订调解协议。")), by: "yan")
    case 3: try await changeMany(reason)
    case 4:
      guard let matter = pickBeside(where: { $0.isOpen }), let field = matter.fields.first else { return }
      let duties = office.shippedPacks.work.duties.values.filter { duty in
        duty.checksOn == nil && duty.subjects.contains { office.shippedPacks.work.subjectTypes[$0]?.field == field }
      }
      guard let duty = seriesDice.pick(duties.map(\.code).sorted()), !matter.life.duties.contains(duty) else { return }
      try await enter(LinkDuties(matter: matter.id, seen: matter.version, duties: [duty]), by: "tong")
    case 5:
      let found = pickBeside {
        !$0.isParent && ($0.phase == .assigned || $0.phase == .underway) && !$0.supporting.isEmpty
      }
      if let matter = found { try await divide(matter) }
    case 6: try await mergeAndClose(reason)
    default: try await setClocks()
    }
  }

  /// 五落实 of a major hazard, before its unit is ready.
  private func commit(_ matter: Matter) async throws {
    try await enter(
      RecordCommitments(
        matter: matter.id, seen: matter.version, commitments: commitments(Words("停用，限期改造")), reason: nil, onBehalf: nil),
      by: "\(matter.lead).ban")
  }

  /// Signed for, pressed, or suspended together; all of them or none.
  private func changeMany(_ reason: Words) async throws {
    func picks(_ matters: [Matter]) -> [ChangeMany.Pick] {
      matters.prefix(5).map { ChangeMany.Pick(matter: $0.id, seen: $0.version) }
    }
    let alone = matters { !$0.isParent }
    let unsigned = Dictionary(grouping: alone.filter { $0.phase == .assigned }, by: \.lead).filter {
      $0.value.count > 1
    }
    if let lead = unsigned.keys.min(), let matters = unsigned[lead] {
      return try await beside(
        ChangeMany(picks: picks(matters), change: .acknowledge(handler: nil)), by: "\(lead).zhang")
    }
    let inHand = alone.filter { $0.phase == .underway }
    guard inHand.count > 1 else { return }
    try await enter(ChangeMany(picks: picks(inHand), change: .press(note: reason)), by: "qiao")
    guard let closed = alone.first(where: { $0.phase == .closed }), let open = inHand.first else { return }
    try await refused(
      ChangeMany(
        picks: [open, closed].map { ChangeMany.Pick(matter: $0.id, seen: nil) }, change: .press(note: reason)),
      by: "qiao", .finished)
  }

  /// A duplicate goes into what is submitted already, and is closed with it.
  private func mergeAndClose(_ reason: Words) async throws {
    let found = pickBeside {
      $0.phase == .submitted && !$0.isParent && $0.parent == nil && $0.life.notice == nil
        && self.office.shippedPacks.procedures[$0.procedure]?.notice == nil
    }
    guard let target = found else { return }
    let other = pickBeside {
      ($0.phase == .assigned || $0.phase == .underway) && !$0.isParent && $0.parent == nil
        && $0.standard == target.standard && $0.life.merged.isEmpty && $0.life.listing == nil
    }
    guard let other else { return }
    try await enter(
      MergeMatter(matter: other.id, seen: other.version, target: target.number, reason: reason), by: "qiao")
    guard let whole = rules.matters[target.id], let verifier = verifier(of: whole) else { return }
    try await enter(
      CloseOut(matter: whole.id, seen: whole.version, conclusion: Words("资料齐全，整改到位。"), onSite: true), by: verifier)
  }

  /// 摘牌 of what was closed; 公示 of what passed, and what it brought once its days are over.
  private func endPublicly(_ matter: Matter) async throws {
    let today = clock.now.civilDate
    guard matter.life.notice != nil else {
      return try await beside(
        Delist(matter: matter.id, seen: matter.version, reason: Words("整改到位，准予摘牌。")), by: "tong")
    }
    guard let given = matter.life.notice?.given else {
      return try await beside(
        GiveNotice(matter: matter.id, seen: matter.version, place: Words("区政府网站"), day: today), by: "tong")
    }
    let end = EndNotice(
      matter: matter.id, seen: matter.version, note: Words("公示期满，无异议。"), holds: true)
    if let last = given.until?.day, today <= last { return try await refused(end, by: "tong", .noticeRuns) }
    try await enter(end, by: "tong")
  }

  /// A little stricter than before: nearer ones turn yellow earlier, and a unit's silence is noticed sooner.
  private func setClocks() async throws {
    guard let clocks = try await office.directory()?.clocks, clocks.quietWorkdays > 7 else { return }
    try await enter(
      SetClocks(
        Clocks(
          opening: clocks.opening, nearWorkdays: clocks.nearWorkdays + 1, quietWorkdays: clocks.quietWorkdays - 1),
        seen: nil), by: "guan")
  }

  /// A second notice changes this year's days in June, and next year's list comes out in November; open clocks are counted anew.
  private func publishCalendars() async throws {
    let today = clock.now.civilDate
    guard let known = try await office.directory()?.workYears else { return }
    func day(_ text: String) -> CivilDate { CivilDate(text) ?? today }
    if today >= day("2026-06-01"), known[2026] == nil {
      let days = (0..<365).map { day("2026-01-01").adding(days: $0) }
      func shipped(_ kind: DayKind) -> [CivilDate] { days.filter { office.shippedCalendar.kind(of: $0) == kind } }
      let off = shipped(.holiday) + ["2026-08-17", "2026-08-18"].map(day)
      try await publish(
        WorkYear(year: 2026, serial: 2, source: Words("补充通知"), off: off.sorted(), workdays: shipped(.makeUpWorkday)))
    }
    if today >= day("2026-11-10"), known[2027] == nil {
      let off = ["2027-01-01", "2027-01-02", "2027-01-03", "2027-01-04", "2027-01-05"].map(day)
      try await publish(WorkYear(year: 2027, serial: 1, source: Words("次年安排"), off: off, workdays: []))
    }
  }

  /// The same as `enter`, as the last thing of a turn.
  func beside(_ act: some Act, by officer: String) async throws { try await enter(act, by: officer) }

  private func publish(_ year: WorkYear) async throws {
    try await enter(SetDirectory([.workYearSet(year)]), by: "guan")
    count("calendar")
  }

  private func pickBeside(where condition: (Matter) -> Bool) -> Matter? {
    seriesDice.pick(matters(where: condition))
  }
}
