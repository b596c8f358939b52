import Ground
import Testing

/// Expects that an act is refused, for this reason and no other.
func refused(
  _ code: ProblemCode, sourceLocation: SourceLocation = #_sourceLocation, _ body: () async throws -> Void
) async {
  await #expect(sourceLocation: sourceLocation) {
    try await body()
  } throws: { error in
    (error as? Refusal)?.problems.map(\.code) == [code]
  }
}
