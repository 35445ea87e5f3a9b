// SPDX-License-Identifier: GPL-3.0-or-later

package import Tables
package import Wording

extension InputProblem {
  /// What was found and what is allowed, in the words of a message.
  package var words: (found: Phrase, allowed: Phrase) {
    switch self {
    case .missing: ("no such file", "the path of a file")
    case .isFolder: ("a folder", "the path of a file")
    case .isDevice: ("a device", "an ordinary file, or a pipe")
    case .silentPipe: ("a pipe that nobody writes to", "an ordinary file, or a pipe in use")
    case .notPermitted: ("a file that may not be read", "a readable file")
    case .unreadable: ("a file that cannot be read", "a readable file")
    case .tooLarge(let most): ("more than \(most / 1_000_000) MB", "at most that")
    }
  }
}
