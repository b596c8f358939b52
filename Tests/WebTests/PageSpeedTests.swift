import Foundation
import Ground
import Testing
import Web

@Suite("What a page of fifty rows costs", .serialized)
struct PageSpeedTests {
  /// The bound holds in release; a debug build only prints its figure.
  @Test func fiftyRows() throws {
    let locale = try locale(.chinese)
    let viewer = Qinghe.viewer()
    var best = Duration.seconds(1)
    var size = 0
    for _ in 0..<200 {
      best = min(best, ContinuousClock().measure { size = matterListPage(Pages.list, viewer, locale).bytes.count })
    }
    print("a page of 50 rows: \(best), \(size) bytes")
    #expect(size > 20_000)
    #if !DEBUG
      #expect(best < .microseconds(500))
    #endif
  }
}
