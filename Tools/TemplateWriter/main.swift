// Writes the shipped document templates into the folder named by the argument.
// With --check it writes nothing and fails where a file there is not what would be written.
import Foundation

let arguments = CommandLine.arguments.dropFirst()
guard let folder = arguments.last, folder != "--check" else {
  FileHandle.standardError.write(Data("usage: TemplateWriter [--check] FOLDER\n".utf8))
  exit(2)
}
for (file, draft) in Papers.all {
  let bytes = Data(try draft.bytes())
  let place = URL(fileURLWithPath: folder).appendingPathComponent(file)
  guard arguments.contains("--check") else {
    try bytes.write(to: place)
    continue
  }
  guard try Data(contentsOf: place) == bytes else {
    FileHandle.standardError.write(
      Data("\(file) is not what Tools/TemplateWriter writes: run scripts/templates\n".utf8))
    exit(1)
  }
}
