import Delivery
import Ground
import Testing

@testable import Operations

/// What leaves the house: counts, numbers, days and links; never words or names.
@Suite struct DigestTests {
  private func line(_ position: Int64, _ kind: String, number: String? = "QH-2026-0001") -> Digest.Line {
    Digest.Line(
      position: position, kind: kind, matter: MatterID("matter-\(position)"), number: number,
      day: CivilDate("2026-03-02")!)
  }

  @Test func countsByKindThenALineForEach() throws {
    let digest = Digest(district: "清河区", address: "https://bihuan.qinghe.example")
    let message = try digest.message([line(1, "issued"), line(2, "returned"), line(3, "issued")])
    #expect(message.subject == "清河区：3条事项消息")
    #expect(
      message.lines.map(\.text) == [
        "交办2条，退办1条。", "3月2日 QH-2026-0001 交办", "3月2日 QH-2026-0001 退办", "3月2日 QH-2026-0001 交办",
        "详情请登录闭环系统查看。",
      ])
    #expect(message.lines[1].link == "https://bihuan.qinghe.example/matters/matter-1")
    #expect(message.lines[4].link == "https://bihuan.qinghe.example/messages")
  }

  @Test func withoutAnAddressThereAreNoLinks() throws {
    let message = try Digest(district: "清河区", address: nil).message([line(1, "issued")])
    #expect(message.lines.allSatisfy { $0.link == nil })
  }

  @Test(arguments: [20, 21, 300])
  func twentyLinesAndTheRestCounted(_ count: Int) throws {
    let lines = (1...count).map { line(Int64($0), "issued") }
    let message = try Digest(district: "清河区", address: nil).message(lines)
    #expect(message.lines.count == 22)
    #expect(message.lines.first?.text == "交办\(count)条。")
    let last = try #require(message.lines.last).text
    #expect(last == (count == 20 ? "详情请登录闭环系统查看。" : "另有\(count - 20)条，请登录闭环系统查看。"))
  }

  /// Kinds that came with a later program are told too.
  @Test func anUnknownKindIsSaidPlainly() throws {
    let message = try Digest(district: "清河区", address: nil).message([line(1, "of_a_later_day", number: nil)])
    #expect(message.lines[1].text == "3月2日 有新情况")
  }

  /// A register number that was imported may be anything.
  @Test func aNumberThatLooksLikeAPersonsStaysInTheHouse() throws {
    let digest = Digest(district: "清河区", address: "https://bihuan.qinghe.example")
    let message = try digest.message([line(1, "issued", number: "13800138000"), line(2, "returned")])
    #expect(message.lines.map(\.text) == ["交办1条，退办1条。", "3月2日 交办", "3月2日 退办", "详情请登录闭环系统查看。"])
    #expect(message.lines[1].link == nil)
  }

  @Test(arguments: ["mail mail.550", "wecom robot.93000", "mail", "", "mail secret_lost", "feishu status.500"])
  func whatBecameOfASendingReadsBack(_ text: String) {
    let sending = Sending(text: text)
    #expect(sending.text == text)
    #expect((sending.reason == nil) == (sending.said == nil))
  }
}
