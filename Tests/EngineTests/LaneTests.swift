import Glibc
import Storage
import Synchronization
import Testing

private final class Place { var taken = 0 }

private final class Count: Sendable {
  private let number = Atomic(0)
  var value: Int { number.load(ordering: .relaxed) }
  func up() { number.add(1, ordering: .relaxed) }
}

@Suite struct LaneTests {
  @Test func everyJobRunsAloneOnItsLane() async throws {
    let lanes = Lanes([Place(), Place(), Place()], label: "test") { _ in }
    let clashes = Count()
    let done = try await withThrowingTaskGroup(of: Int.self) { group in
      for number in 0..<2000 {
        group.addTask {
          try await lanes.perform { place in
            place.taken += 1
            if place.taken != 1 { clashes.up() }
            place.taken -= 1
            return .success(number)
          }
        }
      }
      return try await group.reduce(0, +)
    }
    #expect(done == 1999 * 1000)
    #expect(clashes.value == 0)
  }

  @Test func closingFinishesWhatWasAccepted() async throws {
    let dismantled = Count()
    let lanes = Lanes([Place(), Place()], label: "test") { _ in dismantled.up() }
    let finished = Count()
    await withTaskGroup(of: Void.self) { group in
      let accepted = AsyncStream<Void>.makeStream()
      for _ in 0..<2 {
        group.addTask {
          _ = try? await lanes.perform { _ in
            accepted.continuation.yield()
            usleep(20_000)
            finished.up()
            return .success(())
          }
        }
      }
      var arrivals = accepted.stream.makeAsyncIterator()
      _ = await (arrivals.next(), arrivals.next())
      await lanes.close()
      #expect(finished.value == 2)
    }
    await lanes.close()
    #expect(dismantled.value == 2)
    await #expect(throws: StorageError(.gone, "the database is closed")) {
      try await lanes.perform { _ in .success(()) }
    }
  }
}
