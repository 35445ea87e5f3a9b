// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

extension Reading {
  /// Whether a file that the text names may be read: one in its own folder or below, wherever links
  /// lead, unless files outside are allowed.
  func mayRead(_ path: String) -> Bool {
    if allowsOutside { return true }
    let folder = Self.resolved(baseDirectory.isEmpty ? "." : baseDirectory)
    return Self.resolved(path).hasPrefix(folder == "/" ? folder : folder + "/")
  }

  /// The path without links and dots; of what is not there, as far as it is.
  private static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else {
      let url = URL(fileURLWithPath: path).standardizedFileURL
      let parent = url.deletingLastPathComponent().path
      return parent == url.path
        ? parent : (parent == "/" ? "" : resolved(parent)) + "/" + url.lastPathComponent
    }
    defer { free(real) }
    return String(cString: real)
  }
}
