// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Reporting
import Wording

/// Whether a run goes on where one into the same folder was interrupted.
struct ResumeOptions: ParsableArguments {
  @Flag(
    help: ArgumentHelp(
      "Go on where a run into the same --output was interrupted; what is done is not simulated "
        + "again, and the files are the same."))
  var resume = false

  /// Refuses to go on nowhere.
  func requireFolder(_ hasFolder: Bool) throws {
    guard resume, !hasFolder else { return }
    throw ValidationError(saying: "--resume needs --output, whose folder it goes on in.")
  }
}
