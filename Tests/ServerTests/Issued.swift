import Foundation
import Ground
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Operations
import TestDatabases
import TestOffice

/// A matter of the fire brigade, issued without the pages; the path of its page.
func issued(_ test: TestOffice, text: String = "要加强人员密集场所的消防安全检查。") async throws -> String {
  let meeting = try await test.receive(clauses: [text])
  let matters = try await test.act(IssueClauses(meeting: meeting, clauses: [0]), by: "tong")
  return "/matters/\(matters[0])"
}
