import Delivery
import Duties
import Formats
import Ground
import Matters
import Packs

/// What a message says: how often what happened, then a line for each with the day, the register number or the due day of a
/// report, and a link back. Never a matter's or a meeting's words and nobody's name.
struct Digest {
  /// What happened to one matter, sitting or key period, or to a unit's refreshers.
  struct Line: Hashable {
    let position: Int64
    /// The raw value of the change's kind.
    let kind: String
    /// A closed code that says more; empty where there is none.
    var detail = ""
    let matter: MatterID?
    var sitting: SittingID?
    var period: PeriodID?
    let number: String?
    let day: CivilDate

    var news: SittingNews? { SittingNews(rawValue: kind) }
    var periodNews: PeriodNews? { PeriodNews(rawValue: kind) }
    var refresherNews: RefresherNews? { RefresherNews(rawValue: kind) }

    fileprivate var isOfNoMatter: Bool { news != nil || periodNews != nil || refresherNews != nil }

    /// The page that it leads to.
    var path: String? {
      if let matter { return "/matters/\(matter)" }
      if let period { return "/periods/\(period)" }
      if refresherNews != nil { return "/trainings/due" }
      guard let sitting else { return nil }
      return "/sittings/\(sitting)" + (news == .reportSubmitted ? "/reports/\(detail)" : "")
    }
  }

  /// A message with more lines is read by nobody; the rest is counted.
  static let lineLimit = 20

  let district: String
  /// Of the site, e.g. `https://bihuan.example`; without one there are no links.
  let address: String?
  var packs: PackLibrary?

  /// A register number that was imported may look like a person's; then the lines go without theirs and without their links,
  /// rather than not at all.
  ///
  /// - Parameter lines: at least one, in the ledger's order.
  func message(_ lines: [Line]) throws(Problem) -> OutgoingMessage {
    do throws(Problem) { return try written(lines) } catch {
      guard error.code == .deliveryPersonalNumber else { throw error }
      return try written(
        lines.map {
          Line(position: $0.position, kind: $0.kind, detail: $0.detail, matter: nil, number: nil, day: $0.day)
        })
    }
  }

  private func written(_ lines: [Line]) throws(Problem) -> OutgoingMessage {
    var written = [OutgoingMessage.Line(counts(lines))]
    for line in lines.prefix(Digest.lineLimit) {
      let number = line.number.map { " \($0)" } ?? ""
      let year = lines[lines.count - 1].day.year
      let due = line.news == nil && line.refresherNews == nil ? nil : CivilDate(line.detail)
      let until = due.map { "，期限\(PaperWords.shortDay($0, in: year))" } ?? ""
      written.append(
        OutgoingMessage.Line(
          "\(PaperWords.shortDay(line.day, in: year))\(number) \(name(line))\(until)",
          link: address.flatMap { address in line.path.map { address + $0 } }))
    }
    let rest = lines.count - Digest.lineLimit
    written.append(
      OutgoingMessage.Line(
        rest > 0 ? "另有\(rest)条，请登录闭环系统查看。" : "详情请登录闭环系统查看。", link: address.map { "\($0)/messages" }))
    return try OutgoingMessage(
      subject: "\(district)：\(lines.count)条\(lines.contains(where: \.isOfNoMatter) ? "" : "事项")消息",
      lines: written,
      holdsPersonalNumber: Digest.holdsNumber)
  }

  /// To see whether a way works.
  func test() throws(Problem) -> OutgoingMessage {
    try OutgoingMessage(
      subject: "\(district)：测试消息",
      lines: [OutgoingMessage.Line("这是闭环系统的测试消息，收到即表示设置可用。", link: address.map { "\($0)/messages" })],
      holdsPersonalNumber: Digest.holdsNumber)
  }

  /// The step or the concern by its own name, anything else by its kind.
  private func name(_ line: Line) -> String {
    if let news = line.news { return PaperWords.name(news) }
    if let news = line.periodNews { return PaperWords.name(news) }
    if let news = line.refresherNews { return PaperWords.name(news) }
    return switch MatterChange.Kind(rawValue: line.kind) {
    case .escalated?: packs?.step(line.detail)?.chinese ?? PaperWords.name(MatterChange.Kind.escalated)
    case .waitEscalated?: waitName(line.detail)
    case .raised?:
      Concern(rawValue: line.detail).map { PaperWords.name($0) } ?? PaperWords.name(MatterChange.Kind.raised)
    case let kind?: PaperWords.name(kind)
    case nil: "有新情况"
    }
  }

  /// `待核查：超期未办`.
  private func waitName(_ detail: String) -> String {
    let told = WaitTold(detail)
    let step = told.flatMap { packs?.step($0.step) }.map { "：\($0.chinese)" } ?? ""
    return (told.map { PaperWords.name($0.kind) } ?? PaperWords.name(MatterChange.Kind.waitEscalated)) + step
  }

  /// `交办2条，退办1条。`, in the order in which each first happened.
  private func counts(_ lines: [Line]) -> String {
    var order: [String] = []
    var counts: [String: Int] = [:]
    for line in lines {
      let name = name(line)
      if counts[name] == nil { order.append(name) }
      counts[name, default: 0] += 1
    }
    return order.map { "\($0)\(counts[$0] ?? 0)条" }.joined(separator: "，") + "。"
  }

  private static func holdsNumber(_ text: [UInt8]) -> Bool {
    let numbers = PersonalNumbers(in: text)
    return numbers.ids > 0 || numbers.phones > 0
  }
}
