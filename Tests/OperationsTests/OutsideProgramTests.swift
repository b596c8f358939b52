import Testing

@testable import Operations

/// What strangers send goes to programs of the system, which read as much of it as they like.
@Suite struct OutsideProgramTests {
  private static let large = [UInt8](repeating: 7, count: 4 << 20)

  @Test func aProgramMayReadAllSomeOrNothing() async {
    #expect(await OutsideProgram.run("cat", [], input: Self.large, limit: 8 << 20) == Self.large)
    #expect(await OutsideProgram.run("head", ["-c", "3"], input: Self.large, limit: 10) == [7, 7, 7])
    #expect(await OutsideProgram.run("true", [], input: Self.large, limit: 10) == [])
    #expect(await OutsideProgram.run("cat", [], input: [], limit: 10) == [])
  }

  @Test func whatFailsOrWritesTooMuchGivesNothing() async {
    #expect(await OutsideProgram.run("false", [], input: Self.large, limit: 10) == nil)
    #expect(await OutsideProgram.run("cat", [], input: Self.large, limit: 10) == nil)
    #expect(await OutsideProgram.run("no-such-program", [], input: Self.large, limit: 10) == nil)
  }
}
