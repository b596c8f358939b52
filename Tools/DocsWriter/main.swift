// Prints docs/PROBLEMS.md; scripts/docs puts it in its place.
print(ProblemDocument().text, terminator: "")
