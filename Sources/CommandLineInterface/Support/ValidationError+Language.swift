// SPDX-License-Identifier: GPL-3.0-or-later

import Application
import ArgumentParser
import Wording

extension ValidationError {
  /// A value of an option that is not allowed, in the language of the command line.
  ///
  /// - Parameter allowed: As in `1 to 100`; its words stand in the list of phrases.
  init(_ option: String, found: some CustomStringConvertible, allowed: String) {
    self.init(saying: "\(option): found \(found), allowed \(Phrase(numbersIn: allowed)).")
  }

  /// A sentence of the list of phrases, in the language of the command line.
  init(saying sentence: Phrase) {
    self.init(sentence.localized[.ofMessages])
  }
}
