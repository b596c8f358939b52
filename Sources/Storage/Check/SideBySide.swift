import Dispatch
import Synchronization

/// Work on many values that asks no database, on all the machine's cores at once. It blocks the calling thread.
enum SideBySide {
  /// `body` of each item, in the items' order.
  static func map<Item: Sendable, Answer: Sendable>(
    _ items: [Item], _ body: @Sendable (Item) -> Answer
  ) -> [Answer] {
    // More pieces than cores, so that one that is busy elsewhere does not hold up the rest.
    let pieces = min(32, items.count / 32)
    guard pieces > 1 else { return items.map(body) }
    let answers = Mutex([[Answer]](repeating: [], count: pieces))
    DispatchQueue.concurrentPerform(iterations: pieces) { piece in
      let part = items[items.count * piece / pieces..<items.count * (piece + 1) / pieces].map(body)
      answers.withLock { $0[piece] = part }
    }
    return answers.withLock { $0.flatMap { $0 } }
  }
}
