import Dispatch
import Synchronization

/// Works out something for each of many, by itself and on every core; in the order of the items. For pure work alone: no
/// session crosses a thread.
func inParallel<Item: Sendable, Made: Sendable>(
  _ items: [Item], _ make: @Sendable (Item) throws(StorageError) -> Made
) throws(StorageError) -> [Made] {
  let size = 50
  let count = (items.count + size - 1) / size
  let parts = Mutex([Result<[Made], StorageError>?](repeating: nil, count: count))
  DispatchQueue.concurrentPerform(iterations: count) { part in
    let made = Result { () throws(StorageError) in
      try items[part * size..<min(items.count, (part + 1) * size)].map(make)
    }
    parts.withLock { $0[part] = made }
  }
  var all: [Made] = []
  all.reserveCapacity(items.count)
  for part in parts.withLock({ $0 }) { if let part { all += try part.get() } }
  return all
}
