import Foundation
import Testing

/// Tests over a real socket: their client gives up on an answer after twenty seconds, which a process full of other tests
/// does not always keep. `scripts/test` runs them with nothing beside them.
enum RealServer {
  static let isAlone = ProcessInfo.processInfo.environment["BIHUAN_ALONE"] != nil
  static let why: Comment =
    "skipped: answers over a real socket are waited for with nothing beside them; scripts/test does"
}
