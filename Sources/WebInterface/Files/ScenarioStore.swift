// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Randomness
package import Reporting
package import ScenarioFiles
import Tables

/// Scenario files and the unsaved edits beside them; both appear whole or not at all.
package actor ScenarioStore {
  package nonisolated let folder: ServedFolder

  package enum Problem: Error, Equatable {
    case gone
    /// Somebody else has changed the file, or another tab the edits.
    case changed
    case unreadable(ScenarioFileError)
    case output(OutputError)
  }

  /// A text, and what tells it from any other.
  package struct Version: Equatable, Sendable {
    package var text: String
    package var mark: String { Self.mark(text) }

    static func mark(_ text: String) -> String { String(FNV(hashing: text).hash, radix: 16) }
  }

  package init(_ folder: ServedFolder) { self.folder = folder }

  package func file(_ name: String) throws(Problem) -> Version {
    guard let place = folder.place(of: name) else { throw .gone }
    return try read(place)
  }

  /// Edits that were not saved; nil where there are none.
  package func draft(_ name: String) -> Version? {
    let place = folder.draftPlace(of: name)
    var status = stat()
    // A link in its place is none of ours.
    guard lstat(place, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return try? read(place)
  }

  private func read(_ place: String) throws(Problem) -> Version {
    do throws(ScenarioFileError) {
      return Version(text: try ScenarioFile.text(of: place))
    } catch {
      throw .unreadable(error)
    }
  }

  /// Writes edits beside the file.
  ///
  /// - Parameter previous: Mark of the edits that the page knows; nil for none.
  package func keep(_ text: String, of name: String, previous: String?) throws(Problem) -> Version {
    _ = try file(name)
    guard draft(name)?.mark == previous else { throw .changed }
    try write(text, folder.draftPlace(of: name))
    return Version(text: text)
  }

  /// Puts the edits into the file itself.
  ///
  /// - Parameter previous: Mark of the file as the page knows it.
  package func save(_ text: String, of name: String, previous: String) throws(Problem) -> Version {
    guard try file(name).mark == previous else { throw .changed }
    guard let place = folder.place(of: name) else { throw .gone }
    try write(text, place)
    discard(name)
    return Version(text: text)
  }

  package func discard(_ name: String) {
    guard folder.place(of: name) != nil else { return }
    unlink(folder.draftPlace(of: name))
  }

  /// Writes a scenario that was not there.
  package func create(_ text: String, as name: String) throws(Problem) {
    guard let place = folder.newPlace(of: name) else { throw .changed }
    do throws(OutputError) {
      try OutputFile(path: place, replaces: false).write(text)
    } catch {
      throw .output(error)
    }
  }

  private func write(_ text: String, _ place: String) throws(Problem) {
    do throws(OutputError) {
      try OutputFile(path: place, replaces: true).write(text)
    } catch {
      throw .output(error)
    }
  }
}
