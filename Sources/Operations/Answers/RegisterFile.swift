package import Directory
import Documents
import Formats
package import Ground
import Matters
import Meetings
import Packs
import Storage

extension Office {
  /// The most matters that one workbook takes.
  package static let registerLimit = 20_000

  /// The matters that answer a filter as a workbook in the usual columns of a register (台账).
  ///
  /// - Throws: a problem where more than 20,000 matters answer; nothing is cut off silently.
  package func registerFile(_ filter: MatterFilter, for viewer: Officer) async throws(Refusal) -> PaperFile {
    // A workbook of one officer's matters would be a record of the officer.
    guard filter.leader == nil, filter.view != .mine else { throw Refusal(.sheetOfOfficer) }
    let now = now
    let (rows, district) = try await weigh { asking in
      (try asking.registerRows(filter, for: viewer), asking.directory.district.name.shown)
    }
    let day = PaperWords.day(now.civilDate)
    let sheet = RegisterSheet(
      title: "\(district)安全生产督办事项台账", about: "共\(rows.count)项　截至\(day)", rows: rows,
      // The day decides, so that the same register exported twice on a day has the same bytes.
      created: Instant(now.civilDate))
    do throws(Problem) {
      return PaperFile(
        name: "\(safe(district)) 督办事项台账 \(now.civilDate.iso).xlsx", type: FileKind.xlsx.mediaType,
        bytes: try sheet.workbook())
    } catch { throw Refusal([error]) }
  }
}

extension Asking {
  private static let chunk = 1000

  func registerRows(_ filter: MatterFilter, for viewer: Officer) throws -> [[RegisterSheet.Cell]] {
    let store = MatterStore(session, district)
    let query = MatterListQuery(session, district)
    let (selection, order) = (selection(filter, for: viewer), listOrder(filter))
    var (rows, place, meetings) = ([[RegisterSheet.Cell]](), ListPlace?.none, [MeetingID: String]())
    while true {
      let page = try query.page(selection, order, after: place, limit: Asking.chunk)
      guard rows.count + page.count <= Office.registerLimit else {
        throw Refusal(.sheetTooLong, ["limit": String(Office.registerLimit)])
      }
      for line in page {
        guard let matter = try store.load(line.id) else { continue }
        if let id = matter.source?.meeting, meetings[id] == nil {
          meetings[id] = try MeetingStore(session, district).load(id)?.record.title.shown ?? ""
        }
        rows.append(try cells(matter, place: rows.count + 1, source: matter.source.flatMap { meetings[$0.meeting] }))
      }
      guard page.count == Asking.chunk, let last = page.last else { return rows }
      place = order.place(of: last)
    }
  }

  /// In the order of `RegisterSheet.columns`. Posts stand for people: no column counts or names a handler.
  private func cells(_ matter: Matter, place: Int, source: String?) throws(StorageError) -> [RegisterSheet.Cell] {
    let row = row(matter)
    let told = try told(of: matter)
    let closure = matter.phase == .closed ? matter.closure : nil
    return [
      .number(place), .text(matter.number), .text(source ?? "直接交办"), .text(matter.text.shown),
      .text(matter.fields.map { packs.words.fieldNames[$0]?.chinese ?? $0.rawValue }.joined(separator: "、")),
      .text(row.lead.name.shown),
      .text(matter.children.map { unit($0.unit).name.shown }.joined(separator: "、")),
      .text(matter.supporting.map { unit($0).name.shown }.joined(separator: "、")),
      .text(matter.leader.map { officer($0).post.shown } ?? ""),
      .text(matter.handler.map { officer($0).post.shown } ?? ""),
      .day(matter.issuedAt.civilDate), .day(matter.due?.day), .text(PaperWords.term(matter.due?.source)),
      .text(PaperWords.name(matter.phase)), .text(PaperWords.name(row.standing)),
      .text(told.progress), .text(told.problem),
      .text(row.lastAct.map { "\(PaperWords.shortDay($0.day, in: today.year))\(PaperWords.name($0.kind))" } ?? ""),
      .number(matter.evidence.count), .number(matter.returns), .number(matter.reopenings),
      .day(told.submitted), .day(closure?.at.civilDate), .text(closure.map { unit($0.unit).name.shown } ?? ""),
      .text(closure?.conclusion.shown ?? ""), .text(told.changes), .text(""),
    ]
  }

  /// What a row says from the matter's story: its last progress, what it was returned for, when the unit called it done,
  /// and how its due day moved.
  private struct Told {
    var progress = ""
    var problem = ""
    var submitted: CivilDate?
    var changes = ""
  }

  private func told(of matter: Matter) throws(StorageError) -> Told {
    let (entries, subject) = (EntryStore(session, district), "matter:\(matter.id)")
    func last(_ kind: MatterChange.Kind) throws(StorageError) -> (fact: RecordedFact, change: MatterChange, count: Int)?
    {
      guard let (fact, count) = try entries.last(of: subject, kind: "matter.\(kind)"),
        case .matter(_, let change) = fact.event
      else { return nil }
      return (fact, change, count)
    }
    var told = Told()
    if case .progressed(let note, _)? = try last(.progressed)?.change { told.progress = note.shown }
    if matter.isOpen, matter.returns > 0, case .returned(let reasons)? = try last(.returned)?.change {
      told.problem = reasons.shown
    }
    if matter.phase == .submitted || matter.phase == .closed {
      told.submitted = try last(.submitted)?.fact.at.civilDate
    }
    if matter.due?.source == "decision", let (_, change, count) = try last(.dueChanged),
      case .dueChanged(let due, let reason) = change
    {
      told.changes = "调整\(count)次，最近调至\(PaperWords.day(due.day))：\(reason.shown)"
    }
    return told
  }
}
