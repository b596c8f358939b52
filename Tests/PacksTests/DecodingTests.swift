import Ground
import Packs
import Testing

/// The shape of a calendar file.
private struct Edition: Decodable {
  let year: Int
  let off: [[String]]
  let workdays: [String]
}

@Suite("A calendar file")
struct DecodingTests {
  private func problem(_ yaml: String) -> Problem? {
    do throws(Problem) {
      _ = try decodeYAML(Edition.self, from: yaml, file: "2026.yaml")
      return nil
    } catch {
      return error
    }
  }

  @Test func isDecodedIntoItsType() throws {
    let yaml = "year: 2026\noff: [[01-01, 01-03], [02-15, 02-23]]\nworkdays: [01-04, 02-14]\n"
    let edition = try decodeYAML(Edition.self, from: yaml, file: "2026.yaml")
    #expect(edition.year == 2026)
    #expect(edition.off[1] == ["02-15", "02-23"])
    #expect(edition.workdays == ["01-04", "02-14"])
  }

  @Test func namesWhatIsMissingOrWrong() {
    #expect(problem("year: 2026\noff: []\n")?.code == .packMissing)
    #expect(problem("year: 2026\noff: []\n")?.values["key"] == "workdays")
    let wrong = problem("year: 2026\nworkdays: []\noff:\n  - [01-01]\n  - 01-03\n")
    #expect(wrong?.code == .packWrongType)
    #expect(wrong?.place == "2026.yaml:5")
    #expect(problem("year: [")?.code == .packSyntax)
  }
}
