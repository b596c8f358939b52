package import Directory
import Ground
package import Packs

/// What deciding may look at besides the matter itself.
package struct Context: Sendable {
  package let directory: Directory
  /// The matter's close-out standard.
  package let standard: CloseOutStandard

  package init(directory: Directory, standard: CloseOutStandard) {
    (self.directory, self.standard) = (directory, standard)
  }
}
