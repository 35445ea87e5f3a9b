// SPDX-License-Identifier: GPL-3.0-or-later

/// A word of a command line that somebody copies into a shell.
package enum ShellWord {
  /// As a shell reads it as this one word, whatever is in it.
  package static func quoted(_ word: String) -> String {
    let isPlain = word.unicodeScalars.allSatisfy { scalar in
      scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
        || ["_", ".", "-", "/", "="].contains(scalar)
    }
    if isPlain, !word.isEmpty, !word.hasPrefix("-") { return word }
    return "'" + word.replacing("'", with: "'\\''") + "'"
  }
}
