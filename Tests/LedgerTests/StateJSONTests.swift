import Ground
import Ledger
import Testing

@Suite struct StateJSONTests {
  @Test(arguments: [
    ("柳湾镇", "\"柳湾镇\""), ("a\"b\\c/d", #""a\"b\\c/d""#), ("\u{8}\t\n\u{C}\r", #""\b\t\n\f\r""#),
    ("\u{0}\u{1F}\u{7F}", "\"\\u0000\\u001f\u{7F}\""), ("🚒👨‍👩‍👧", "\"🚒👨‍👩‍👧\""), ("", "\"\""),
  ])
  func textsAreEscapedAsJsonSays(_ text: String, _ json: String) throws {
    #expect(try StateJSON.encode(text) == json)
    #expect(try Array(StateJSON.decode(String.self, from: json).unicodeScalars) == Array(text.unicodeScalars))
  }

  @Test func escapesOfOthersAreRead() throws {
    #expect(try StateJSON.decode(String.self, from: #""\u67F3\u6e7e \ud83d\ude92 \/""#) == "柳湾 🚒 /")
  }

  @Test(arguments: [
    #""\ud83d""#, #""\ude92""#, #""\ud83dx""#, #""\ud83dA""#, #""\u12G4""#, #""\x""#, "\"a\nb\"", #""\u"#,
  ])
  func brokenEscapesAreRefused(_ json: String) {
    #expect(throws: FactError.self) { try StateJSON.decode(String.self, from: json) }
  }

  @Test func wordsKeepTextAndSeal() throws {
    let seal = String(repeating: "a", count: 64)
    #expect(try StateJSON.encode(Words(text: "石桥", seal: seal)) == "{\"#\":\"\(seal)\",\"t\":\"石桥\"}")
    for words in [Words("石桥"), Words(text: "石桥", seal: seal), Words(text: nil, seal: seal)] {
      #expect(try StateJSON.decode(Words.self, from: StateJSON.encode(words)) == words)
    }
  }

  @Test func equalStatesAreEqualText() throws {
    let names = (0..<50).map { "镇\($0)" }
    let forwards = Dictionary(uniqueKeysWithValues: names.map { ($0, 1) })
    let backwards = Dictionary(uniqueKeysWithValues: names.reversed().map { ($0, 1) })
    #expect(try StateJSON.encode(forwards) == StateJSON.encode(backwards))
  }
}
