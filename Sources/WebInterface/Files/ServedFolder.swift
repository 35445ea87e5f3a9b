// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// The scenarios that a page may see: the files of one folder, or one file alone.
package struct ServedFolder: Sendable {
  /// As the user named it, without a last slash; `.` for the folder in which the program runs.
  package let path: String
  /// Where one file is served.
  package let only: String?

  static let mostFiles = 500

  /// - Parameter path: A scenario file or a folder.
  package init(_ path: String) throws(ServeProblem) {
    var status = stat()
    guard stat(path, &status) == 0 else { throw .nothingThere(path) }
    if status.st_mode & S_IFMT == S_IFDIR {
      self.path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
      only = nil
      return
    }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .nothingThere(path) }
    let cut = path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex
    let (folder, name) = (path[..<cut], String(path[cut...]))
    guard Self.isScenarioName(name) else { throw .notYAML(path) }
    self.path = folder.isEmpty ? "." : folder.count > 1 ? String(folder.dropLast()) : "/"
    only = name
  }

  /// A plain name that ends like YAML: no path, nothing hidden, nothing that a terminal would obey.
  package static func isScenarioName(_ name: String) -> Bool {
    let ending = name.lowercased()
    return (ending.hasSuffix(".yaml") || ending.hasSuffix(".yml")) && isPlainFileName(name)
  }

  package static func isPlainFileName(_ name: String) -> Bool {
    (1...200).contains(name.utf8.count) && !name.hasPrefix(".") && !name.hasPrefix("-")
      && !name.unicodeScalars.contains {
        $0 == "/" || $0 == "\\" || $0 == ":" || $0.value < 0x20 || $0.value == 0x7F
          || $0.properties.generalCategory == .control || $0.properties.generalCategory == .format
      }
  }

  /// The path of a scenario that is served; nil for any other name, and for a link that leads out.
  package func place(of name: String) -> String? {
    guard Self.isScenarioName(name), only == nil || only == name else { return nil }
    let place = join(name)
    var status = stat()
    guard stat(place, &status) == 0, status.st_mode & S_IFMT == S_IFREG, isInside(place) else {
      return nil
    }
    return place
  }

  /// The path of a file that is not there yet; nil where new files are not served, or one is there.
  package func newPlace(of name: String) -> String? {
    guard only == nil, Self.isPlainFileName(name) else { return nil }
    let place = join(name)
    var status = stat()
    return lstat(place, &status) == 0 ? nil : place
  }

  /// Edits that are not saved yet, beside the file.
  package func draftPlace(of name: String) -> String { join(".\(name).edits") }

  private func join(_ name: String) -> String {
    path == "." ? name : path == "/" ? "/" + name : path + "/" + name
  }

  /// Names of the scenarios, in order; of very many the first.
  package var names: [String] {
    if let only { return [only] }
    let all = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return Array(all.filter { place(of: $0) != nil }.sorted().prefix(Self.mostFiles))
  }

  private func isInside(_ place: String) -> Bool {
    guard let folder = Self.real(path), let file = Self.real(place) else { return false }
    return file.hasPrefix(folder == "/" ? "/" : folder + "/")
  }

  private static func real(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }
}
