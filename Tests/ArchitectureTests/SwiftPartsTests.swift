import Testing

/// The tests of the house are worth what this reading is worth.
@Suite("Swift text taken apart")
struct SwiftPartsTests {
  @Test("Comments and literals are not code")
  func apart() {
    let parts = SwiftParts("let a = \"x // y\" // Date()\nlet b = #\"q\"q\"# /* z */ + c")
    #expect(parts.code == "let a = \"\" \nlet b = \"\"  + c")
    #expect(parts.literals == ["\"x // y\"", "#\"q\"q\"#"])
    #expect(parts.comments == ["// Date()", "/* z */"])
  }

  @Test("An interpolation may hold a literal of its own")
  func nested() {
    let parts = SwiftParts(#"f("a \(g("b)")) c", d)"#)
    #expect(parts.code == "f(\"\", d)")
    #expect(parts.literals.count == 1)
  }

  @Test("A literal of several lines ends at its three quotes")
  func multiline() {
    let parts = SwiftParts("x(\n\"\"\"\nSELECT \"a\"\n\"\"\", y)")
    #expect(parts.code == "x(\n\"\", y)")
  }

  @Test("An import is found behind its access level, and not in a comment")
  func imports() {
    let file = SwiftFile(
      path: "Sources/A/B.swift", text: "// import No\nimport Yes\npackage import Too\nfinal class C {}\n")
    #expect(file.imports == ["Yes", "Too"])
    #expect(file.target == "A" && file.lineCount == 4)
  }
}
