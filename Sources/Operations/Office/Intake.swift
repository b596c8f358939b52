import Bulletins
import Crypto
import Directives
import Directory
import Duties
import Formats
package import Ground
import Ledger
import Matters
import Meetings
import Packs
import Storage

/// A bulletin as somebody hands it in.
package struct BulletinUpload: Sendable {
  package let bytes: [UInt8]
  package let name: String?
  /// The meeting's day as the clerk gives it; needed where the bulletin says none.
  package let day: CivilDate?

  package init(bytes: [UInt8], name: String?, day: CivilDate?) {
    (self.bytes, self.name, self.day) = (bytes, name, day)
  }
}

extension Office {
  /// Reads a bulletin and opens its intake: every clause gets a draft that waits for a person.
  ///
  /// - Throws: a problem where the file cannot be read, is marked secret, lists persons, or tells of no meeting;
  ///   nothing is stored then.
  package func receive(
    _ upload: BulletinUpload, by reference: ActorReference, operation: OperationID
  ) async throws(Refusal) -> MeetingID {
    try await perform(try await read(upload), by: reference, operation: operation)
  }

  /// The minutes of a sitting go through the same intake, and the sitting is held with them.
  package func issueMinutes(
    _ text: String, of sitting: SittingID, by reference: ActorReference, operation: OperationID
  ) async throws(Refusal) -> MeetingID {
    // Whether it is open is for the act to say, which answers the same operation again as it did before.
    let found = try await answer { (asking) throws(StorageError) in
      try SittingStore(asking.session, asking.district).load(sitting)?.plan
    }
    guard let plan = found else { throw Refusal(.sittingUnknown) }
    let upload = BulletinUpload(bytes: Array(text.utf8), name: "\(safe(plan.title.shown)).txt", day: plan.day)
    return try await perform(
      IssueMinutes(sitting: sitting, bulletin: try await read(upload)), by: reference, operation: operation)
  }

  /// Reads a bulletin at the door; its bytes are in the evidence folder from then on.
  private func read(_ upload: BulletinUpload) async throws(Refusal) -> ReceiveBulletin {
    guard let directory = try await directory() else { throw Refusal(.districtMissing) }
    let packs = packDesk.packs(of: directory)
    let document = try await BulletinReading.document(upload.bytes, name: upload.name, door: packs.door)
    let reading = packDesk.reader(of: directory).read(document.text)
    if let refusal = reading.refusal { throw Refusal([refusal]) }
    let day = try meetingDay(reading.minutes, given: upload.day)
    let source = try evidence.store(
      upload.bytes, name: upload.name ?? "粘贴的文字.txt", note: nil, type: document.kind.mediaType,
      id: EvidenceID(trusted: newIdentifier()), salt: secret(count: 16))
    let drafts = try await draftBuilder(directory, meeting: day.date).drafts(
      for: reading.minutes, meetingDate: day.date, today: today
    ).map(Draft.init)
    let record = MeetingRecord(reading, document: document, day: day, source: source)
    return ReceiveBulletin(
      id: MeetingID(trusted: newIdentifier()), record: record, number: MeetingNumber.find(in: reading.minutes.title),
      drafts: drafts, sent: Hex.encode(SHA256.hash(data: upload.bytes)) + (upload.day?.iso ?? ""))
  }

  /// Proposes drafts by the words, terms and days that count in the district now, and by its key periods of the year after
  /// the meeting.
  func draftBuilder(_ directory: Directory, meeting: CivilDate) async throws(Refusal) -> DraftBuilder {
    let district = district
    let coming = DayRange(meeting, meeting.adding(days: 366)) ?? DayRange(meeting)
    let periods = try await ask { (session: any SQLSession) throws(StorageError) in
      try PeriodStore(session, district).overlapping(coming).filter { $0.terms.alert == nil }
    }
    return DraftBuilder(
      directory: directory, packs: packDesk.packs(of: directory), calendar: directory.calendar(over: shippedCalendar),
      periods: periods.compactMap { period in
        period.terms.title.text.map { NamedPeriod(title: $0, first: period.days.first) }
      })
  }

  private func meetingDay(_ minutes: Minutes, given: CivilDate?) throws(Refusal) -> MeetingDate {
    let date: MeetingDate
    if let given {
      date = MeetingDate(date: given, isYearProposed: false)
    } else if let said = minutes.date.flatMap({ CivilDate($0) }) {
      date = MeetingDate(date: said, isYearProposed: false)
    } else if let said = minutes.date, let latest = MeetingDate.latest(said, until: today) {
      date = MeetingDate(date: latest, isYearProposed: true)
    } else {
      throw Refusal(.meetingDayMissing, at: "day")
    }
    guard date.date <= today, date.date >= today.adding(days: -730) else {
      throw Refusal(.meetingDay, at: "day", ["day": date.date.iso])
    }
    return date
  }
}

/// The meeting's day, and whether its year is only proposed.
struct MeetingDate {
  let date: CivilDate
  let isYearProposed: Bool

  /// The latest day `MM-DD` that is not after `today`.
  static func latest(_ monthAndDay: String, until today: CivilDate) -> CivilDate? {
    for year in stride(from: today.year, through: today.year - 4, by: -1) {
      if let day = CivilDate("\(year)-\(monthAndDay)"), day <= today { return day }
    }
    return nil
  }
}

/// 第7次 in a title: the meeting's number in its series.
enum MeetingNumber {
  static func find(in title: String) -> Int? {
    let scalars = Array(title.unicodeScalars)
    for start in scalars.indices where scalars[start] == "第" {
      let digits = scalars[(start + 1)...].prefix { ("0"..."9").contains($0) }
      let end = start + 1 + digits.count
      if !digits.isEmpty, digits.count < 5, end < scalars.count, scalars[end] == "次" {
        return Int(String(String.UnicodeScalarView(digits)))
      }
    }
    return nil
  }
}

extension Draft {
  init(_ draft: DirectiveDraft) {
    self.init(
      text: draft.text, fields: draft.fields.isEmpty ? [.productionSafety] : draft.fields, lead: draft.lead,
      supporting: draft.supporting, fanOut: draft.fanOut, leader: draft.leader, due: draft.due,
      urgency: draft.isImmediate ? .critical : .normal, procedure: draft.procedure, standard: draft.standard, duty: nil,
      reasons: draft.reasons.map(\.rule), confirmed: false)
  }
}

extension MeetingRecord {
  fileprivate init(_ reading: Reading, document: SourceDocument, day: MeetingDate, source: Evidence) {
    let minutes = reading.minutes
    self.init(
      title: Words(minutes.title.isEmpty ? document.title ?? "（无标题）" : minutes.title), day: day.date,
      isYearProposed: day.isYearProposed, chair: minutes.chair.map { Words($0) },
      attendance: minutes.attendees.map { Meetings.Attendee(name: Words($0.name), post: Words($0.post)) },
      units: minutes.units.map { Words($0) }, instructions: minutes.instructions.map { Words($0) },
      heard: minutes.heard.map { Words($0) }, circulated: minutes.circulated.map { Words($0) },
      reported: minutes.reported.map { Reported(unit: Words($0.unit), mode: $0.mode == .oral ? .oral : .written) },
      text: Words(String(decoding: reading.repaired.bytes, as: UTF8.self)), source: source,
      clauses: minutes.items.map(Clause.init), damage: minutes.damage.map { Damage($0, in: reading.repaired) })
  }
}

extension Meetings.Clause {
  init(_ clause: Bulletins.Clause) {
    self.init(
      // A piece that a person cut may begin or end with a line break; the words are one line.
      text: Words(clause.text.split { $0.isNewline }.joined()),
      shown: SourceSpan(start: clause.shown.lowerBound, end: clause.shown.upperBound),
      span: clause.span, kind: clause.type == .action ? .action : .slogan, persons: clause.persons,
      fields: [clause.field ?? .productionSafety] + clause.alsoFields, units: clause.units.map { Words($0) },
      deadline: clause.deadline.map { Words($0) }, speaker: clause.speaker.map { Words($0) }, rule: clause.rule,
      confidence: clause.confidence)
  }

  /// A piece that a person cut: what its own words leave open is taken from the clauses that it came from.
  init(_ clause: Bulletins.Clause, inheriting old: [Meetings.Clause]) {
    let plain = Meetings.Clause(clause)
    var fields = clause.field == nil ? old.flatMap(\.fields) : plain.fields
    if fields.isEmpty { fields = plain.fields }
    let isSlogan = !old.isEmpty && old.allSatisfy { $0.kind == .slogan }
    self.init(
      text: plain.text, shown: plain.shown, span: plain.span,
      kind: old.isEmpty ? .action : isSlogan ? .slogan : old.count == 1 ? plain.kind : .action,
      persons: plain.persons, fields: fields.reduce(into: []) { if !$0.contains($1) { $0.append($1) } },
      units: plain.units, deadline: plain.deadline,
      speaker: old.lazy.compactMap(\.speaker?.text).first.map { Words($0) },
      rule: plain.rule, confidence: 100)
  }
}

extension Damage {
  /// The reader's spans lie in the source; pages show the repaired text.
  fileprivate init(_ remark: Remark, in repaired: MappedText) {
    let shown = repaired.range(ofSource: remark.span)
    self.init(
      shown: SourceSpan(start: shown.lowerBound, end: shown.upperBound), span: remark.span, rule: remark.rule,
      suggestions: remark.suggestions.map { Words($0) })
  }
}

extension SourceDocument.Kind {
  fileprivate var mediaType: String {
    switch self {
    case .text: "text/plain"
    case .html: "text/html"
    case .docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    case .pdf: "application/pdf"
    }
  }
}
