// SPDX-License-Identifier: GPL-3.0-or-later

import CRevision

/// What this program is called by manifests, packages and `--version`.
enum ProductVersion {
  /// Semantic (semver.org): before 1.0 the middle number rises when a scenario key, a column, a name
  /// in JSON or a simulated figure changes its meaning, the last one otherwise.
  ///
  /// The one place of this number: the Makefile reads it from this line.
  static let current = "0.2.0"

  /// Commit of the sources; empty where nobody knows.
  static let revision = String(cString: inquiry_revision())

  /// As in `0.2.0 (1f2e3d4c5b6a)`, with `+changes` where the sources were changed since the commit.
  static let text = text(version: current, revision: revision)

  static func text(version: String, revision: String) -> String {
    guard !revision.isEmpty else { return version }
    let parts = revision.split(separator: "+", maxSplits: 1)
    let mark = parts.count > 1 ? "+\(parts[1])" : ""
    return "\(version) (\(parts[0].prefix(12))\(mark))"
  }
}
