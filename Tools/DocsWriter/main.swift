// Prints one of the documents that come from the code; scripts/docs puts it in its place.
switch CommandLine.arguments.dropFirst().first {
case "acts": print(ActDocument().text, terminator: "")
default: print(ProblemDocument().text, terminator: "")
}
